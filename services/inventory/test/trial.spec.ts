import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { delivery, loss, TestStore } from './store.js';

let service: TestService;
let store: TestStore;
beforeAll(async () => {
  service = await TestStore.start();
});
beforeEach(async () => {
  store = await TestStore.open(service);
});
afterAll(() => service.stop());

/** Everything that a command of the co-op could leave behind. */
async function traces(): Promise<unknown> {
  const tables = [
    'deliveries',
    'losses',
    'lots',
    'movements',
    'takings',
    'shortages',
    'reversals',
    'outbox',
    'commands',
  ];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table} WHERE coop_id = $1) AS ${table}`);
  return (await service.sql.query(`SELECT ${counts.join(', ')}`, [store.coop])).rows;
}

test('a load that is tried tells everything that is wrong with each row, at its place, and stores nothing', async () => {
  const before = await traces();
  const rows = [
    delivery('D1', '2025-07-01', '5'),
    delivery('D2', '2025-07-01', '5', { member: 'nobody', unit: 'saco' }),
    delivery('D3', '2026-01-02', 'many', { unitPrice: '-1' }),
    delivery('D4', '2026-01-02', '5', { member: 'nobody' }),
    delivery('D1', '2025-07-01', '6'),
  ];
  const { body } = await store.manager.post('/deliveries?trial=true', { rows }).expect(200);
  expect(body).toMatchObject({ trial: true, recorded: 1, unchanged: 0, refused: 4 });
  expect(body.faults.map(({ code, pointer }: { code: string; pointer: string }) => [pointer, code])).toEqual([
    ['/rows/1/member', 'unknown-reference'],
    ['/rows/1/unit', 'unknown-unit'],
    ['/rows/2/quantity', 'bad-quantity'],
    ['/rows/2/unitPrice', 'bad-amount'],
    ['/rows/3/deliveredAt', 'day-in-future'],
    ['/rows/3/member', 'unknown-reference'],
    ['/rows/4/code', 'duplicate-code'],
  ]);
  expect(await traces()).toEqual(before);
});

test('a row that is tried finds those before it as if they were recorded, and none of them after', async () => {
  await store.manager.post('/losses', { rows: [loss('L0', '2025-07-01', '1')] }).expect(201);
  const rows = [loss('L0', '2025-07-01', '1'), loss('L1', '2025-07-01', '2')];
  const { body } = await store.manager.post('/losses?trial=true', { rows }).expect(200);
  expect(body).toMatchObject({ trial: true, recorded: 1, unchanged: 1, refused: 0, faults: [] });
  expect(await store.list('/losses')).toMatchObject([{ code: 'L0' }]);
});

test('what was tried can be loaded under the same key: a trial keeps none', async () => {
  const rows = [loss('L1', '2025-07-01', '2')];
  await store.manager.post('/losses?trial=true', { rows }, { 'idempotency-key': 'K1' }).expect(200);
  await store.manager.post('/losses', { rows }, { 'idempotency-key': 'K1' }).expect(201);
  await store.manager.post('/losses?trial=perhaps', { rows }).expect(400);
});

test('a load that is refused tells everything that is wrong with it, not only the first', async () => {
  const rows = [
    delivery('D1', '2025-07-01', '5', { member: 'nobody', unit: 'saco' }),
    delivery('D2', '2026-01-02', '5'),
  ];
  const { body } = await store.manager.post('/deliveries', { rows }).expect(400);
  expect(body.errors.map(({ code, pointer }: { code: string; pointer: string }) => [pointer, code])).toEqual([
    ['/rows/1/deliveredAt', 'day-in-future'],
    ['/rows/0/member', 'unknown-reference'],
    ['/rows/0/unit', 'unknown-unit'],
  ]);
});
