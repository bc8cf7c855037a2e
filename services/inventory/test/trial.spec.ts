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
  const tables = ['deliveries', 'losses', 'lots', 'movements', 'takings', 'shortages', 'reversals', 'commands'];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table} WHERE coop_id = $1) AS ${table}`);
  const { rows } = await service.sql.query<object>(`SELECT ${counts.join(', ')}`, [store.coop]);
  return { ...rows[0], told: await service.told(store.coop) };
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
    ['/rows/2/deliveredAt', 'day-in-future'],
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

type Told = { readonly code: string; readonly pointer: string };

async function told(path: string, rows: readonly object[]): Promise<string[]> {
  const { body } = await store.manager.post(`${path}?trial=true`, { rows }).expect(200);
  return body.faults.map(({ code, pointer }: Told) => `${pointer} ${code}`);
}

test('a trial tells a row’s wrong quantity, its unknown product and its closed day at once', async () => {
  await store.shut2025();
  const before = await traces();
  const rows = [
    delivery('D1', '2025-07-01', '-1', { product: 'GOLD', member: 'nobody' }),
    loss('L1', '2025-07-01', 'many', { product: 'GOLD' }),
  ];
  expect(await told('/deliveries', rows.slice(0, 1))).toEqual([
    '/rows/0/quantity bad-quantity',
    '/rows/0/deliveredAt season-closed',
    '/rows/0/member unknown-reference',
    '/rows/0/product unknown-reference',
  ]);
  expect(await told('/losses', rows.slice(1))).toEqual([
    '/rows/0/quantity bad-quantity',
    '/rows/0/lostAt season-closed',
    '/rows/0/product unknown-reference',
  ]);
  expect(await traces()).toEqual(before);
});

test('a trial tells with a wrong field that the code of its row is repeated, or taken by another', async () => {
  await store.manager.post('/deliveries', { rows: [delivery('D1', '2025-07-01', '5')] }).expect(201);
  const rows = [
    delivery('D1', '2025-07-01', '-1'),
    delivery('D1', '2025-07-01', '5', { product: 'GOLD' }),
    delivery('D2', '2025-07-01', '-1'),
    delivery('D2', '2025-07-01', '5'),
  ];
  expect(await told('/deliveries', rows)).toEqual([
    '/rows/0/quantity bad-quantity',
    '/rows/0/code code-taken',
    '/rows/1/code duplicate-code',
    '/rows/1/product unknown-reference',
    '/rows/2/quantity bad-quantity',
    '/rows/3/code duplicate-code',
  ]);
});

test('a trial tells a factor that is none with the unknown product of its unit', async () => {
  const unit = { unit: 'saco', factor: '1/0', validFrom: '2025-01-01' };
  expect(await told('/units', [{ ...unit, product: 'GOLD' }])).toEqual([
    '/rows/0/factor bad-decimal',
    '/rows/0/product unknown-reference',
  ]);
});

test('of a field that cannot be read a trial claims nothing else, and nothing that hangs on it', async () => {
  await store.shut2025();
  const rows = [
    delivery('D1', 'yesterday', '5', { unit: 'saco' }),
    delivery('D2', '2025-07-01', '5', { product: '', unit: 'saco' }),
    { code: 'D3', surprise: 1 },
    7,
    null,
  ];
  const faults = await told('/deliveries', rows as object[]);
  expect(faults.filter((fault) => /rows.[01]/.test(fault))).toEqual([
    '/rows/0/deliveredAt bad-instant',
    '/rows/1/product bad-field',
    '/rows/1/deliveredAt season-closed',
  ]);
  expect(faults).toContain('/rows/2/surprise unknown-field');
  expect(faults.at(-1)).toBe('/rows bad-field');
});
