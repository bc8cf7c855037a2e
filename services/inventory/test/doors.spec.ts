import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { delivery, loss, TestStore } from './store.js';

let service: TestService;
let store: TestStore;
beforeAll(async () => {
  service = await TestStore.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  store = await TestStore.open(service);
});

const product = (more: object = {}): object => ({ code: 'EGG', name: 'Huevo', stockUnit: 'piece', ...more });
const unit = (more: object = {}): object => ({
  product: 'QUINOA',
  unit: 'libra',
  factor: '460',
  validFrom: '2025-01-01',
  ...more,
});

const TABLES = ['products', 'units', 'deliveries', 'losses', 'lots', 'movements', 'takings', 'shortages'];

/** How many rows of each kind the co-op has, and how many events it told. */
async function rows(): Promise<string[]> {
  const counts = TABLES.map((table) => `(SELECT '${table} ' || count(*) FROM ${table} WHERE coop_id = $1)`);
  const answer = await service.sql.query<{ counts: string[] }>(`SELECT ARRAY[${counts.join(', ')}] AS counts`, [
    store.coop,
  ]);
  const told = await service.told(store.coop);
  return [...(answer.rows[0]?.counts ?? []), `events ${told.length}`];
}

describe('bad input is refused with its code and place, and nothing is stored', () => {
  const badProducts: [string, object, string, string][] = [
    ['another stock unit', product({ stockUnit: 'kg' }), 'bad-field', '/rows/0/stockUnit'],
    ['a shelf life of no days', product({ shelfLifeDays: 0 }), 'bad-field', '/rows/0/shelfLifeDays'],
    ['a shelf life in words', product({ shelfLifeDays: '5' }), 'bad-field', '/rows/0/shelfLifeDays'],
    ['no name', product({ name: '' }), 'bad-field', '/rows/0/name'],
    ['a field that is not there', product({ price: '1' }), 'unknown-field', '/rows/0/price'],
  ];
  const badUnits: [string, object, string, string][] = [
    ['a factor of zero', unit({ factor: '0' }), 'bad-decimal', '/rows/0/factor'],
    ['a factor below zero', unit({ factor: '-1' }), 'bad-decimal', '/rows/0/factor'],
    ['a factor of NaN', unit({ factor: 'NaN' }), 'bad-decimal', '/rows/0/factor'],
    ['a factor over zero', unit({ factor: '1/0' }), 'bad-decimal', '/rows/0/factor'],
    ['a factor of 10^30', unit({ factor: `1${'0'.repeat(30)}` }), 'bad-decimal', '/rows/0/factor'],
    ['a day that is none', unit({ validFrom: '2025-02-30' }), 'bad-day', '/rows/0/validFrom'],
    ['an unknown product', unit({ product: 'GOLD' }), 'unknown-reference', '/rows/0/product'],
  ];
  const badDeliveries: [string, object, string, string][] = [
    ['a quantity of NaN', delivery('D1', '2025-07-01', 'NaN'), 'bad-quantity', '/rows/0/quantity'],
    ['a quantity below zero', delivery('D1', '2025-07-01', '-1'), 'bad-quantity', '/rows/0/quantity'],
    ['a quantity of nothing', delivery('D1', '2025-07-01', '0'), 'bad-quantity', '/rows/0/quantity'],
    ['a quantity of 10^30', delivery('D1', '2025-07-01', `1${'0'.repeat(30)}`), 'bad-quantity', '/rows/0/quantity'],
    ['a number for a text', delivery('D1', '2025-07-01', '1', { quantity: 1 }), 'bad-quantity', '/rows/0/quantity'],
    ['half a gram', delivery('D1', '2025-07-01', '0.5'), 'quantity-not-whole', '/rows/0/quantity'],
    ['a price below zero', delivery('D1', '2025-07-01', '1', { unitPrice: '-1' }), 'bad-amount', '/rows/0/unitPrice'],
    ['an unknown unit', delivery('D1', '2025-07-01', '1', { unit: 'saco' }), 'unknown-unit', '/rows/0/unit'],
    ['a day before the unit', delivery('D1', '2024-12-31', '1', { unit: 'arroba' }), 'unknown-unit', '/rows/0/unit'],
    ['an unknown member', delivery('D1', '2025-07-01', '1', { member: '9' }), 'unknown-reference', '/rows/0/member'],
    ['an unknown product', delivery('D1', '2025-07-01', '1', { product: 'X' }), 'unknown-reference', '/rows/0/product'],
    ['a day to come', delivery('D1', '2026-01-02', '1'), 'day-in-future', '/rows/0/deliveredAt'],
    ['a day that is none', delivery('D1', '2025-02-30', '1'), 'bad-instant', '/rows/0/deliveredAt'],
  ];
  const badLosses: [string, object, string, string][] = [
    ['a quantity of nothing', loss('L1', '2025-07-01', '0'), 'bad-quantity', '/rows/0/quantity'],
    ['half a piece', loss('L1', '2025-07-01', '0.5'), 'quantity-not-whole', '/rows/0/quantity'],
    ['no reason', loss('L1', '2025-07-01', '1', { reason: '' }), 'bad-field', '/rows/0/reason'],
    ['an unknown product', loss('L1', '2025-07-01', '1', { product: 'X' }), 'unknown-reference', '/rows/0/product'],
    ['an unknown unit', loss('L1', '2025-07-01', '1', { unit: 'g' }), 'unknown-unit', '/rows/0/unit'],
    ['a day to come', loss('L1', '2026-01-02', '1'), 'day-in-future', '/rows/0/lostAt'],
  ];
  const all = Object.entries({ products: badProducts, units: badUnits, deliveries: badDeliveries, losses: badLosses });
  test.each(all.flatMap(([route, cases]) => cases.map((one) => [route, ...one] as const)))(
    '%s: %s',
    async (route, _, row, code, pointer) => {
      const before = await rows();
      const { status, body } = await store.manager.post(`/${route}`, { rows: [row] });
      expect(status).toBe(400);
      expect(body).toMatchObject({ code, pointer });
      expect(await rows()).toEqual(before);
    },
  );

  test('one bad row of a load keeps the good ones out', async () => {
    const before = await rows();
    const load = { rows: [delivery('D1', '2025-07-01', '5'), delivery('D2', '2025-07-01', '0.5')] };
    const { body } = await store.manager.post('/deliveries', load).expect(400);
    expect(body).toMatchObject({ code: 'quantity-not-whole', pointer: '/rows/1/quantity' });
    expect(await rows()).toEqual(before);
  });

  test.each(['/stock?on=2025-02-30', '/lots?on=today', '/lots?limit=0', '/shortages?state=gone', '/movements?kind=x'])(
    'GET %s is refused',
    async (path) => {
      await store.manager.get(path).expect(400);
    },
  );
});

describe('the same again changes nothing', () => {
  const loads: [string, object[], (row: object) => object][] = [
    ['products', [product(), product({ code: 'TROUT' })], (row) => ({ ...row, name: 'Otro' })],
    ['units', [unit(), unit({ validFrom: '2025-06-01', factor: '25/2' })], (row) => ({ ...row, factor: '461' })],
    ['deliveries', [delivery('D1', '2025-07-01', '5')], (row) => ({ ...row, quantity: '6' })],
    ['losses', [loss('L1', '2025-07-01', '5')], (row) => ({ ...row, reason: 'eaten' })],
  ];
  test.each(loads)(
    '%s: the same rows under another key, and other contents are refused',
    async (route, load, other) => {
      const { body: first } = await store.manager.post(`/${route}`, { rows: load }).expect(201);
      expect(first).toMatchObject({ recorded: load.length, unchanged: 0 });
      const before = await rows();
      const { body: second } = await store.manager.post(`/${route}`, { rows: load }).expect(201);
      expect(second).toMatchObject({ recorded: 0, unchanged: load.length, command: { events: {} } });
      const { body } = await store.manager.post(`/${route}`, { rows: load.map(other) }).expect(409);
      expect(body.code).toBe('code-taken');
      const { body: twice } = await store.manager.post(`/${route}`, { rows: [...load, ...load] }).expect(400);
      expect(twice.code).toBe('duplicate-code');
      expect(await rows()).toEqual(before);
    },
  );

  test.each(loads)('%s: a repeated command is answered as the first was', async (route, load, other) => {
    const key = { 'idempotency-key': 'once' };
    const { body: first } = await store.manager.post(`/${route}`, { rows: load }, key).expect(201);
    const before = await rows();
    const again = await store.manager.post(`/${route}`, { rows: load }, key).expect(201);
    expect(again.headers['idempotent-replay']).toBe('true');
    expect(again.body).toEqual(first);
    const { body } = await store.manager.post(`/${route}`, { rows: load.map(other) }, key).expect(409);
    expect(body.code).toBe('idempotency-key-reused');
    expect(await rows()).toEqual(before);
  });
});

test('a unit keeps its exact factor, and one written otherwise is the same', async () => {
  await store.manager.post('/units', { rows: [unit({ factor: '2.500' })] }).expect(201);
  const { body } = await store.manager.post('/units', { rows: [unit({ factor: '5/2' })] }).expect(201);
  expect(body).toMatchObject({ recorded: 0, unchanged: 1 });
  expect(await store.list('/units?product=QUINOA')).toContainEqual(
    unit({ factor: '5/2', retiredOn: null, version: 4 }),
  );
});

test('a quantity is measured by the factor that is in force on its day', async () => {
  await store.manager
    .post('/units', {
      rows: [unit({ unit: 'balde' }), unit({ unit: 'balde', factor: '480', validFrom: '2025-07-02' })],
    })
    .expect(201);
  const load = [
    delivery('D1', '2025-07-01', '2', { unit: 'balde' }),
    delivery('D2', '2025-07-02', '2', { unit: 'balde' }),
  ];
  await store.manager.post('/deliveries', { rows: load }).expect(201);
  expect(await store.list('/deliveries')).toMatchObject([{ stockQuantity: '920' }, { stockQuantity: '960' }]);
});

test('products and units are told in the order of their product', async () => {
  await store.manager.post('/units', { rows: [unit()] }).expect(201);
  const told = (await service.told(store.coop)).filter(({ aggregate }) => aggregate === 'product/QUINOA');
  expect(told.map(({ seq, type }) => [seq, type])).toEqual([
    [1, 'ayni.inventory.product-registered.v1'],
    [2, 'ayni.inventory.unit-defined.v1'],
    [3, 'ayni.inventory.unit-defined.v1'],
    [4, 'ayni.inventory.unit-defined.v1'],
  ]);
});

test('a delivery is priced to the centavo, half up, and told with its lot', async () => {
  const row = delivery('D1', '2025-07-01', '1.3', { unit: 'arroba', unitPrice: '37.35' });
  const { body } = await store.manager.post('/deliveries', { rows: [row] }).expect(201);
  expect(body.command.events).toEqual({
    'ayni.inventory.delivery-received.v1': 1,
    'ayni.inventory.lot-received.v1': 1,
  });
  expect(await store.list('/deliveries')).toMatchObject([
    { code: 'D1', member: '017', stockQuantity: '14950', unitPrice: '37.35', amount: '48.56', currency: 'BOB' },
  ]);
});

describe('a delivery or a loss is taken back once', () => {
  test.each([
    ['deliveries', delivery('X1', '2025-07-01', '5'), 'delivery'],
    ['losses', loss('X1', '2025-07-01', '5'), 'loss'],
  ])('%s', async (route, row, noun) => {
    await store.manager.post(`/${route}`, { rows: [row] }).expect(201);
    await store.manager.post(`/${route}/NONE/reversal`, { reason: 'a mistake' }).expect(404);
    await store.manager.post(`/${route}/X1/reversal`, {}).expect(400);
    await store.manager.post(`/${route}/X1/reversal`, { reason: 'a mistake' }).expect(201);
    const { body } = await store.manager.post(`/${route}/X1/reversal`, { reason: 'a mistake' }).expect(409);
    expect(body.code).toBe('already-reversed');
    expect(await store.list(`/${route}`)).toMatchObject([{ code: 'X1', reversal: 'a mistake' }]);
    const told = (await service.told(store.coop)).filter(({ aggregate }) => aggregate === `${noun}/X1`);
    expect(told.map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

test('a closing season takes no delivery, no loss and no reversal of its days', async () => {
  await store.manager.post('/deliveries', { rows: [delivery('D1', '2025-07-01', '5')] }).expect(201);
  await store.manager.post('/losses', { rows: [loss('L1', '2025-07-01', '5')] }).expect(201);
  await store.shut2025();
  const before = await rows();
  const attempts: [string, object, string][] = [
    [
      '/deliveries',
      { rows: [delivery('D2', '2024-12-31', '5'), delivery('D3', '2025-07-01', '5')] },
      '/rows/1/deliveredAt',
    ],
    ['/losses', { rows: [loss('L2', '2025-07-01', '5')] }, '/rows/0/lostAt'],
    ['/deliveries/D1/reversal', { reason: 'late' }, ''],
    ['/losses/L1/reversal', { reason: 'late' }, ''],
  ];
  for (const [path, body, pointer] of attempts) {
    const answer = await store.manager.post(path, body).expect(409);
    expect(answer.body).toMatchObject({ code: 'season-closed', ...(pointer === '' ? {} : { pointer }) });
  }
  expect(await rows()).toEqual(before);
});

test('harvests and sales of a closing season are still applied: only doors refuse', async () => {
  await store.shut2025();
  await store.harvest('H1', '2025-07-01', 'LETTUCE', 5);
  await store.sell('R1', '2025-07-02', ['LETTUCE', 2]);
  expect(await store.stock('LETTUCE')).toMatchObject({ onHand: '3' });
});

describe('who may do what', () => {
  test('a member sees her own deliveries only, and writes nothing', async () => {
    const member = await service.signIn(store.coop, { user: 'juana', roles: ['member'], member: '017' });
    const other = await service.signIn(store.coop, { user: 'rosa', roles: ['member'], member: '018' });
    const nobody = await service.signIn(store.coop, { user: 'x', roles: ['member'] });
    await store.manager.post('/deliveries', { rows: [delivery('D1', '2025-07-01', '5')] }).expect(201);
    expect((await member.get('/deliveries').expect(200)).body.items).toMatchObject([{ code: 'D1' }]);
    expect((await other.get('/deliveries').expect(200)).body.items).toEqual([]);
    expect((await other.get('/deliveries?member=017').expect(403)).body.code).toBe('not-yours');
    await nobody.get('/deliveries').expect(403);
    await member.post('/deliveries', { rows: [delivery('D2', '2025-07-01', '5')] }).expect(403);
    await member.get('/stock').expect(403);
  });

  test('an integrator reads lots and stock, not who delivered', async () => {
    const integrator = await service.signIn(store.coop, { user: 'ngo', roles: ['integrator'] });
    await store.manager.post('/deliveries', { rows: [delivery('D1', '2025-07-01', '5')] }).expect(201);
    for (const path of ['/products', '/units', '/stock', '/lots', '/movements', '/shortages', '/losses']) {
      const { text } = await integrator.get(path).expect(200);
      expect(text).not.toContain('"017"');
    }
    await integrator.get('/deliveries').expect(403);
    await integrator.get('/lots/D1/trace').expect(403);
  });

  test('nobody without a token reads or writes', async () => {
    await service.client().get('/stock').expect(401);
    await service
      .client()
      .post('/losses', { rows: [loss('L1', '2025-07-01', '1')] })
      .expect(401);
  });
});

test('lists are paged by a cursor and leave as CSV', async () => {
  const codes = ['D1', 'D2', 'D3'];
  await store.manager.post('/deliveries', { rows: codes.map((code) => delivery(code, '2025-07-01', '5')) }).expect(201);
  const { body: first } = await store.manager.get('/lots?limit=2&on=2025-07-01').expect(200);
  expect(first.items).toMatchObject([{ code: 'D1' }, { code: 'D2' }]);
  const { body: second } = await store.manager.get(`/lots?limit=2&on=2025-07-01&after=${first.next}`).expect(200);
  expect(second).toMatchObject({ items: [{ code: 'D3' }], next: null });
  const { text } = await store.manager.get('/lots?format=csv&headers=names').expect(200);
  expect(text.split('\r\n')[0]).toBe(
    'code,product,stockUnit,origin,originCode,day,receivedAt,expiresOn,quantity,remaining,reversal,reversedBy,reversedAt,expired',
  );
});
