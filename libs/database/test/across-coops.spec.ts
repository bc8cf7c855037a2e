import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ask as askAs } from '@ayni/testing/sql';
import { ask } from '../src/ask.js';
import type { Database } from '../src/database.js';
import { newCoopId } from '../src/new-id.js';
import { statement } from '../src/statement.js';
import { openDatabase } from './open-database.js';

const admin = process.env['TEST_DATABASE_URL'] ?? '';
const TABLE = 'across_coops_kept';

const keep = statement('keep one', `INSERT INTO ${TABLE} VALUES (current_setting('app.coop'), $1)`);
const divide = statement('divide', 'SELECT 1 / $1::int AS quotient');

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  await askAs(admin, `CREATE TABLE ${TABLE} (coop text NOT NULL, what text NOT NULL)`);
  ({ database, close } = await openDatabase());
});
beforeEach(() => askAs(admin, `TRUNCATE ${TABLE}`));
afterAll(async () => {
  await close();
  await askAs(admin, `DROP TABLE ${TABLE}`);
});

const kept = (): Promise<object[]> => askAs(admin, `SELECT coop, what FROM ${TABLE} ORDER BY what`);

test('what is sent without waiting is done in its order, each in the co-op that was entered before it', async () => {
  const [one, other] = [newCoopId(), newCoopId()];
  await database.acrossCoops((enter, _client, withCommit) => {
    withCommit(enter(one).query(keep, ['a']));
    withCommit(enter(other).query(keep, ['b']));
    return Promise.resolve();
  });
  expect(await kept()).toEqual([
    { coop: one, what: 'a' },
    { coop: other, what: 'b' },
  ]);
});

test('what fails of it takes all back, and says why: not what failed because of it, nor the commit', async () => {
  const work = database.acrossCoops(async (enter, client, withCommit) => {
    const tx = enter(newCoopId());
    withCommit(tx.query(keep, ['before']));
    withCommit(ask(client, divide, [0]));
    await tx.query(keep, ['behind']);
  });
  await expect(work).rejects.toMatchObject({ code: '22012' });
  const last = database.acrossCoops((enter, client, withCommit) => {
    withCommit(enter(newCoopId()).query(keep, ['before']));
    withCommit(ask(client, divide, [0]));
    return Promise.resolve();
  });
  await expect(last).rejects.toMatchObject({ code: '22012' });
  expect(await kept()).toEqual([]);
});

test('a statement that fails tells where it was asked', async () => {
  const fault: unknown = await database
    .acrossCoops((_enter, client) => ask(client, divide, [0]))
    .catch((error: unknown) => error);
  expect(fault).toMatchObject({ code: '22012', stack: expect.stringContaining('across-coops.spec') });
});
