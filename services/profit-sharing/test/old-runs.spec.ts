import { TestService } from '@ayni/testing-service/service';
import { testDatabase } from '@ayni/testing-systems/test-database';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { profitSharing } from '../src/index.js';
import { Treasury } from './treasury.js';

const NOW = '2027-08-02T12:00:00-04:00';

let service: TestService;
let treasury: Treasury;
/** The runs of one season in books as a release left them that superseded none. */
const runs = { calculated: '', proposed: '', approved: '' };

beforeAll(async () => {
  const database = await testDatabase('profit-sharing');
  const before = await TestService.start(profitSharing, {
    now: NOW,
    database: { ...database, drop: () => Promise.resolve() },
  });
  treasury = await Treasury.of(before);
  await treasury.open();
  await treasury.trade();
  await treasury.close();
  for (const run of ['calculated', 'proposed'] as const) runs[run] = await treasury.calculate();
  await treasury.propose(runs.proposed);
  runs.approved = await treasury.shareOut();
  await before.sql.query('ALTER TABLE runs DISABLE TRIGGER USER');
  for (const state of ['calculated', 'proposed'] as const)
    await before.sql.query('UPDATE runs SET state = $2 WHERE id = $1', [runs[state], state]);
  await before.sql.query('ALTER TABLE runs ENABLE TRIGGER USER');
  await before.sql.query('DELETE FROM resolution_covers');
  await before.sql.query(`DELETE FROM migrations WHERE name LIKE 'SupersedeRuns%'`);
  await before.stop();
  service = await TestService.start(profitSharing, { now: NOW, database });
});
afterAll(() => service.stop());

test('old books open with one run of a season that counts, under the resolution that approved it', async () => {
  const treasurer = await service.signIn(treasury.coop, { user: 'tina', roles: ['treasurer'] });
  for (const run of [runs.calculated, runs.proposed])
    expect((await treasurer.get(`/runs/${run}`).expect(200)).body.state).toBe('superseded');
  const { body } = await treasurer.get(`/runs/${runs.approved}`).expect(200);
  expect(body).toMatchObject({ state: 'approved', resolution: 'res-2025' });
  const verified = (await treasurer.get(`/runs/${runs.approved}/verification`).expect(200)).body;
  expect(verified.equal).toBe(true);
});
