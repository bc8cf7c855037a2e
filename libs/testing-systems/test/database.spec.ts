import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';

import { TEST_DATABASE_COPIES } from '../src/cluster.js';
import { testDatabase, type TestDatabase } from '../src/test-database.js';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase('profit-sharing'), testDatabase('profit-sharing')]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  test('is fresh for each who asks, so that spec files cannot disturb each other', async () => {
    expect(first.name).not.toBe(second.name);
    await ask(first.url('migrator'), 'CREATE TABLE sale (id int)');
    expect(await ask(second.url('migrator'), `SELECT to_regclass('sale') AS found`)).toEqual([{ found: null }]);
  });

  test.each(['migrator', 'runtime', 'relay', 'operator'] as const)(
    'lets in the role %s of its service',
    async (role) => {
      expect(await ask(first.url(role), 'SELECT current_user::text AS name')).toEqual([
        { name: `profit_sharing_${role}` },
      ]);
    },
  );

  test('is gone after it was dropped, with its connections', async () => {
    const passing = await testDatabase('sales');
    const client = new pg.Client({ connectionString: passing.url('runtime') });
    client.on('error', () => undefined);
    await client.connect();
    const ended = new Promise((resolve) => client.once('end', resolve));
    await passing.drop();
    await ended;
    await expect(ask(passing.url('superuser'), 'SELECT 1')).rejects.toThrow('does not exist');
  });
});

describe('test databases with the same contents', () => {
  let filled = 0;
  const contents = {
    key: `bags of ${randomUUID()}`,
    async fill({ url }: TestDatabase): Promise<void> {
      await ask(url('migrator'), 'CREATE TABLE bag AS SELECT 1 AS id');
      filled += 1;
      if (filled === 1) throw new Error('half filled');
    },
  };
  const bags: TestDatabase[] = [];
  afterAll(() => Promise.all(bags.map((database) => database.drop())));

  test('are filled once, however many are asked for together, and again where that failed', async () => {
    await expect(testDatabase('sales', contents)).rejects.toThrow('half filled');
    bags.push(...(await Promise.all([1, 2, 3].map(() => testDatabase('sales', contents)))));
    expect(filled).toBe(process.env[TEST_DATABASE_COPIES] === undefined ? 4 : 2);
    for (const { url } of bags) expect(await ask(url('migrator'), 'SELECT id FROM bag')).toEqual([{ id: 1 }]);
  });

  test('belong to the migrator and let in the same roles as one that was made anew', async () => {
    const anew = await testDatabase('sales');
    bags.push(anew);
    const guards = bags.map(({ url }) =>
      ask(
        url('superuser'),
        `SELECT pg_get_userbyid(datdba)::text AS owner, datacl::text AS entered, nspacl::text AS changed
         FROM pg_database, pg_namespace WHERE datname = current_database() AND nspname = 'public'`,
      ),
    );
    expect(new Set((await Promise.all(guards)).map((guard) => JSON.stringify(guard))).size).toBe(1);
  });
});
