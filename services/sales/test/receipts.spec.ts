import { productRegistered, saleRecorded, saleReversed, unitDefined } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { FIRST_MINUTES, LAST_MINUTES, line, receipt, Stall } from './stall.js';

let service: TestService;
let stall: Stall;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  stall = await Stall.open(service);
});

describe('receipts', () => {
  test('are priced and measured line by line, and told on as they will be read', async () => {
    const lines = [line(), line({ product: 'QUINOA', quantity: '1.5', unit: 'arroba', unitPrice: '37.35' })];
    const answer = await stall.manager.post('/sales', { rows: [receipt('R1', { lines })] }).expect(201);
    expect(answer.body).toMatchObject({ recorded: 1, unchanged: 0, command: { events: { [saleRecorded.type]: 1 } } });
    const sale = {
      receipt: 'R1',
      soldAt: '2025-08-04T14:30:00.000Z',
      day: '2025-08-04',
      market: 'Viacha',
      payment: 'cash',
      currency: 'BOB',
      total: '63.53',
      lines: [
        { ...line(), line: 1, stockUnit: 'piece', stockQuantity: '3', amount: '7.50' },
        { ...lines[1], line: 2, stockUnit: 'g', stockQuantity: '17250', amount: '56.03' }, // 56.025
      ],
    };
    expect(await service.told(stall.coop)).toEqual([
      { type: saleRecorded.type, aggregate: 'sale/R1', seq: 1, data: sale },
    ]);
    const books = { recordedBy: 'ana', reversal: null, reversedBy: null, reversedAt: null };
    expect((await stall.manager.get('/sales/R1').expect(200)).body).toEqual({
      ...sale,
      ...books,
      recordedAt: expect.any(String),
    });
  });

  test('belong to the day on the clocks of the co-op, and are measured by the units of that day', async () => {
    const lines = [line({ quantity: '2', unit: 'amarro' })];
    const days = async (there: Stall): Promise<unknown[][]> => {
      const rows = [receipt('R1', { soldAt: LAST_MINUTES, lines }), receipt('R2', { soldAt: FIRST_MINUTES, lines })];
      await there.manager.post('/sales', { rows }).expect(201);
      const told = await service.told(there.coop);
      return told.map(({ data }) => [Object(data).day, Object(data).lines[0].stockQuantity]);
    };
    expect(await days(stall)).toEqual([
      ['2026-06-30', '24'],
      ['2026-07-01', '20'],
    ]);
    expect(await days(await Stall.open(service, 'Asia/Tokyo'))).toEqual([
      ['2026-07-01', '20'],
      ['2026-07-01', '20'],
    ]);
  });

  test('of five hundred lines are entered and taken back, however long their codes', async () => {
    const code = '𐐀'.repeat(64);
    await service.hear(stall.coop, (tx) => {
      tx.publish(productRegistered, `product/${code}`, 1, { code, name: code, stockUnit: 'piece' });
      const unit = { product: code, unit: code, factor: '1', validFrom: '2025-06-01' };
      tx.publish(unitDefined, `product/${code}`, 2, unit);
    });
    const longest = line({ product: code, unit: code, quantity: '999999', unitPrice: '9999.99' });
    const rows = [receipt(code, { lines: Array.from({ length: 500 }, () => longest) })];
    await stall.manager.post('/sales', { rows }).expect(201);
    const reversal = { reason: '𐐀'.repeat(500) };
    await stall.manager.post(`/sales/${encodeURIComponent(code)}/reversal`, reversal).expect(201);
  });

  test('change nothing when they are loaded again', async () => {
    const rows = [receipt('R1'), receipt('R2')];
    await stall.manager.post('/sales', { rows }).expect(201);
    const again = await stall.manager.post('/sales', { rows: rows.toReversed() }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 2, command: { events: {} } });
    expect(await stall.told()).toEqual(['sale-recorded sale/R1 1', 'sale-recorded sale/R2 1']);
    expect(await stall.rows()).toMatchObject({ receipts: 2, lines: 2 });
  });

  test('that are known may come among new ones: only the new ones are entered and told', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R2'), receipt('R4')] }).expect(201);
    const rows = ['R1', 'R2', 'R3', 'R4', 'R5'].map((number) => receipt(number));
    const answer = await stall.manager.post('/sales', { rows }).expect(201);
    expect(answer.body).toMatchObject({ recorded: 3, unchanged: 2, command: { events: { [saleRecorded.type]: 3 } } });
    expect((await stall.told()).slice(2)).toEqual([
      'sale-recorded sale/R1 1',
      'sale-recorded sale/R3 1',
      'sale-recorded sale/R5 1',
    ]);
    expect(await stall.rows()).toMatchObject({ receipts: 5, lines: 5 });
  });

  test.each([
    ['another market', { market: 'El Alto' }],
    ['another minute', { soldAt: '2025-08-04T10:31:00-04:00' }],
    ['another price', { lines: [line({ unitPrice: '2.51' })] }],
    ['one line more', { lines: [line(), line()] }],
  ])('are refused under a known number with %s, and all that came with them', async (_, more) => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    const before = await stall.rows();
    const refused = await stall.manager.post('/sales', { rows: [receipt('R2'), receipt('R1', more)] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'code-taken', pointer: '/rows/1/receipt' });
    expect(await stall.rows()).toEqual(before);
  });

  test.each([
    ['of a market that is not known', { market: 'Oruro' }, 'unknown-reference', 'market'],
    ['paid with barter', { payment: 'barter' }, 'bad-field', 'payment'],
    ['without lines', { lines: [] }, 'bad-field', 'lines'],
    ['of tomorrow', { soldAt: '2026-07-03T00:00:00-04:00' }, 'day-in-future', 'soldAt'],
    ['of a day that does not exist', { soldAt: '2026-02-30T12:00:00-04:00' }, 'bad-instant', 'soldAt'],
    ['without the offset of its clock', { soldAt: '2025-08-04T10:30:00' }, 'bad-instant', 'soldAt'],
    ['with a total of their own', { total: '7.50' }, 'unknown-field', 'total'],
    ['whose number stands twice', { receipt: 'R1' }, 'duplicate-code', 'receipt'],
    ['of a product that is not known', { lines: [line({ product: 'GOLD' })] }, 'unknown-reference', 'lines/0/product'],
    ['in a unit that is not known', { lines: [line(), line({ unit: 'kg' })] }, 'unknown-unit', 'lines/1/unit'],
    [
      'of a day before the unit was in force',
      { soldAt: '2025-05-31T23:58:00-04:00', lines: [line({ unit: 'amarro' })] },
      'unknown-unit',
      'lines/0/unit',
    ],
    ['of half a piece', { lines: [line({ quantity: '0.5' })] }, 'quantity-not-whole', 'lines/0/quantity'],
    ['of nothing', { lines: [line({ quantity: '0' })] }, 'bad-quantity', 'lines/0/quantity'],
    ['of NaN', { lines: [line({ quantity: 'NaN' })] }, 'bad-quantity', 'lines/0/quantity'],
    ['at a price below zero', { lines: [line({ unitPrice: '-1' })] }, 'bad-amount', 'lines/0/unitPrice'],
    ['at a price that is a number', { lines: [line({ unitPrice: 2.5 })] }, 'bad-amount', 'lines/0/unitPrice'],
    [
      'worth more than books can add up',
      { lines: [line({ unitPrice: '9'.repeat(15) })] },
      'amount-too-large',
      'lines/0',
    ],
  ])('%s are refused, and all that came with them', async (_, more, code, field) => {
    const before = await stall.rows();
    const refused = await stall.manager.post('/sales', { rows: [receipt('R1'), receipt('R2', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/1/${field}` }]);
    expect(await stall.rows()).toEqual(before);
    expect(await stall.told()).toEqual([]);
  });

  test('are read by whoever holds an office or integrates, and entered by managers alone', async () => {
    const as = (role: 'treasurer' | 'president' | 'integrator' | 'member') =>
      service.signIn(stall.coop, { user: role, roles: [role] });
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    for (const role of ['treasurer', 'president', 'integrator'] as const) {
      const reader = await as(role);
      for (const path of ['/sales', '/sales/R1', '/totals/sales?by=day', '/markets'])
        await reader.get(path).expect(200);
      await reader.post('/sales', { rows: [receipt('R2')] }).expect(403);
      await reader.post('/markets', { rows: [{ name: 'Oruro' }] }).expect(403);
    }
    await (await as('member')).get('/sales').expect(403);
    await (await as('integrator')).post('/sales/R1/reversal', { reason: 'x' }).expect(403);
    await service.client().get('/sales').expect(401);
    expect(await stall.rows()).toMatchObject({ receipts: 1, reversals: 0 });
  });
});

describe('a command', () => {
  test('that eight clients send at once under one key is done once, and all get its answer', async () => {
    const rows = [receipt('R1'), receipt('R2')];
    const send = () => stall.manager.post('/sales', { rows }, { 'idempotency-key': 'k1' }).expect(201);
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ recorded: 2, unchanged: 0 });
    expect(answers.filter(({ headers }) => headers['idempotent-replay'] === 'true')).toHaveLength(7);
    expect(await stall.told()).toEqual(['sale-recorded sale/R1 1', 'sale-recorded sale/R2 1']);
    expect(await stall.rows()).toMatchObject({ receipts: 2, lines: 2, commands: 2 });
  });

  test('that eight clients send at once under keys of their own has its effect once', async () => {
    const send = () => stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.map(({ body }) => body.recorded).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await stall.told()).toEqual(['sale-recorded sale/R1 1']);
  });

  test('under the key of another is refused, and one that was refused may be corrected under its key', async () => {
    const send = (row: object) => stall.manager.post('/sales', { rows: [row] }, { 'idempotency-key': 'k1' });
    await send(receipt('R1', { market: 'Oruro' })).expect(400);
    await send(receipt('R1')).expect(201);
    const other = await send(receipt('R2')).expect(409);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await stall.told()).toEqual(['sale-recorded sale/R1 1']);
  });
});

describe('a receipt that is taken back', () => {
  test('is told with all that it said and why, and stays on the list', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    const treasurer = await service.signIn(stall.coop, { user: 'rosa', roles: ['treasurer'] });
    await treasurer.post('/sales/R1/reversal', { reason: 'never paid' }).expect(201);
    const [recorded, reversed] = await service.told(stall.coop);
    expect(reversed).toEqual({
      type: saleReversed.type,
      aggregate: 'sale/R1',
      seq: 2,
      data: { ...Object(recorded?.data), reason: 'never paid' },
    });
    const list = await stall.manager.get('/sales').expect(200);
    const back = { reversal: 'never paid', reversedBy: 'rosa', reversedAt: expect.stringMatching(/^2026-.*Z$/) };
    expect(list.body.items).toMatchObject([{ receipt: 'R1', total: '7.50', ...back }]);
    const { body } = await stall.manager.get('/sales/R1').expect(200);
    expect(body).toMatchObject({ receipt: 'R1', lines: [{ line: 1 }], recordedBy: 'ana', ...back });
  });

  test('is taken back once, however many try', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => stall.manager.post('/sales/R1/reversal', { reason: `try ${n}` })),
    );
    expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([
      201,
      ...Array.from({ length: 3 }, () => 'already-reversed'),
    ]);
    expect(await stall.told()).toEqual(['sale-recorded sale/R1 1', 'sale-reversed sale/R1 2']);
  });

  test('must be there, and needs a reason', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    expect((await stall.manager.post('/sales/R9/reversal', { reason: 'x' }).expect(404)).body.code).toBe('not-found');
    await stall.manager.post('/sales/%00/reversal', { reason: 'x' }).expect(404);
    await stall.manager.post('/sales/R1/reversal', {}).expect(400);
    expect(await stall.rows()).toMatchObject({ reversals: 0 });
  });

  test('is not entered anew by the load that it came with', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    await stall.manager.post('/sales/R1/reversal', { reason: 'x' }).expect(201);
    const again = await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
  });
});

test('a receipt sees what was registered, defined or shut since the one before it', async () => {
  const sell = (number: string, more: object = {}): ReturnType<Stall['manager']['post']> =>
    stall.manager.post('/sales', { rows: [receipt(number, more)] });
  await sell('R1').expect(201);
  await sell('R2', { market: 'Oruro' }).expect(400);
  await stall.manager.post('/markets', { rows: [{ name: 'Oruro' }] }).expect(201);
  await sell('R2', { market: 'Oruro' }).expect(201);
  const lines = [line({ unit: 'caja' })];
  await sell('R3', { lines }).expect(400);
  const caja = { product: 'LETTUCE', unit: 'caja', factor: '24', validFrom: '2025-06-01' };
  await service.hear(stall.coop, (tx) => tx.publish(unitDefined, 'product/LETTUCE', 9, caja));
  await sell('R3', { lines }).expect(201);
  // a later factor for the very day of the receipt
  const larger = { ...caja, factor: '30', validFrom: '2025-08-01' };
  await service.hear(stall.coop, (tx) => tx.publish(unitDefined, 'product/LETTUCE', 10, larger));
  await sell('R4', { lines }).expect(201);
  const told = await service.told(stall.coop);
  const measured = told.filter(({ aggregate }) => aggregate === 'sale/R3' || aggregate === 'sale/R4');
  expect(measured.map(({ data }) => Object(data).lines[0].stockQuantity)).toEqual(['72', '90']);
  await stall.closeSeason();
  expect((await sell('R5').expect(409)).body).toMatchObject({ code: 'season-closed' });
  expect(await stall.rows()).toMatchObject({ receipts: 4 });
});

describe('a season that is closing', () => {
  test('takes no receipt of its days and gives none back; the minutes after it are open', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    await stall.closeSeason();
    const before = await stall.rows();
    const [open, shut] = [receipt('R2', { soldAt: FIRST_MINUTES }), receipt('R3', { soldAt: LAST_MINUTES })];
    const refused = await stall.manager.post('/sales', { rows: [open, shut] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'season-closed', pointer: '/rows/1/soldAt' });
    const kept = await stall.manager.post('/sales/R1/reversal', { reason: 'late' }).expect(409);
    expect(kept.body.code).toBe('season-closed');
    expect(await stall.rows()).toEqual(before);
    await stall.manager.post('/sales', { rows: [open] }).expect(201);
  });

  test('still answers what was done under a key before', async () => {
    const send = () => stall.manager.post('/sales', { rows: [receipt('R1')] }, { 'idempotency-key': 'k1' });
    const first = await send().expect(201);
    await stall.closeSeason();
    expect((await send().expect(201)).body).toEqual(first.body);
  });
});

describe('markets', () => {
  test('are entered once and listed by name', async () => {
    const rows = [{ name: 'Viacha' }, { name: 'Calle 16, "la feria"' }];
    const answer = await stall.manager.post('/markets', { rows }).expect(201);
    expect(answer.body).toMatchObject({ recorded: 1, unchanged: 1 });
    const list = await stall.manager.get('/markets').expect(200);
    expect(list.body.items).toEqual(
      ['Calle 16, "la feria"', 'El Alto', 'Viacha'].map((name) => ({ name, code: name, retiredOn: null, version: 1 })),
    );
    const twice = await stall.manager.post('/markets', { rows: [{ name: 'Oruro' }, { name: 'Oruro' }] }).expect(400);
    expect(twice.body).toMatchObject({ code: 'duplicate-code', pointer: '/rows/1/name' });
  });

  test('are called otherwise: receipts find them under both names, stay as they are, and totals say the new one', async () => {
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    const { body: before } = await stall.manager.get('/sales/R1').expect(200);
    const path = `/markets/${encodeURIComponent(before.market)}`;
    const taken = await stall.manager.patch(path, { name: before.market === 'Viacha' ? 'El Alto' : 'Viacha' }, 1);
    expect([taken.status, taken.body.code]).toEqual([409, 'code-taken']);
    await stall.manager.patch(path, { name: 'Feria "16"' }, 1).expect(200);
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    await stall.manager.post('/sales', { rows: [receipt('R2', { market: 'feria  "16"' })] }).expect(201);
    const list = await stall.manager.get('/sales').expect(200);
    expect(list.body.items).toMatchObject([{ market: before.market }, { market: before.market }]);
    const totals = await stall.manager.get('/sales/totals?by=market').expect(200);
    expect(totals.body.items).toMatchObject([{ key: 'Feria "16"', receipts: 2 }]);
    expect((await stall.manager.get(path).expect(200)).body).toMatchObject({ name: 'Feria "16"', code: before.market });
    expect((await stall.manager.get(`${path}/changes`).expect(200)).body.items).toMatchObject([
      { version: 2, field: 'name', before: before.market, after: 'Feria "16"', changedBy: 'ana' },
    ]);
    const again = await stall.manager.post('/markets', { rows: [{ name: 'FERIA "16"' }] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const oruro = await stall.manager.post('/markets', { rows: [{ name: 'Oruro' }] });
    expect(oruro.body.recorded).toBe(1);
    const double = await stall.manager.patch('/markets/oruro', { name: 'feria "16"' }, 1);
    expect([double.status, double.body.code]).toEqual([409, 'code-taken']);
    expect((await stall.manager.get('/markets/feria%20%2216%22').expect(200)).body).toMatchObject({
      code: before.market,
    });
    expect((await stall.manager.get('/sales?market=FERIA%20%2216%22').expect(200)).body.items).toHaveLength(2);
  });

  test('are retired: no receipt of a later day, left out of the list, readable, and back again', async () => {
    const { market } = Object(receipt('R1'));
    const path = `/markets/${encodeURIComponent(market)}`;
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    const day = (await stall.manager.get('/sales/R1')).body.day;
    await stall.manager.patch(path, { retiredOn: day }, 1).expect(200);
    await stall.manager.post('/sales', { rows: [receipt('R2')] }).expect(201);
    const late = receipt('R3', { soldAt: '2026-07-02T08:00:00-04:00' });
    const refused = await stall.manager.post('/sales', { rows: [late] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'retired', pointer: '/rows/0/market' });
    const namesIn = async (query: string): Promise<string[]> =>
      (await stall.manager.get(`/markets${query}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await namesIn('')).not.toContain(market);
    expect(await namesIn('?retired=true')).toContain(market);
    expect((await stall.manager.get(path).expect(200)).body).toMatchObject({ retiredOn: day });
    expect((await stall.manager.get('/sales').expect(200)).body.items).toHaveLength(2);
    await stall.manager.patch(path, { retiredOn: null }, 2).expect(200);
    await stall.manager.post('/sales', { rows: [late] }).expect(201);
    expect((await stall.manager.get('/markets/nowhere%2F').expect(404)).body.code).toBe('not-found');
  });
});
