import { TestService } from '@ayni/testing-service/service';
import { testDatabase } from '@ayni/testing-systems/test-database';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sales } from '../src/index.js';
import { line, receipt, Stall } from './stall.js';

let service: TestService;
let stall: Stall;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  stall = await Stall.open(service);
});

const marketsOf = async (of: Stall): Promise<string[]> => {
  const { body } = await of.manager.get('/markets').expect(200);
  return body.items.map(({ name }: { name: string }) => name);
};

describe('names', () => {
  test.each(['Peñas', 'Pen\u0303as', ' Peñas', 'PEÑAS', 'peñas  '])(
    'of a market are one, though another is written as %j',
    async (name) => {
      await stall.manager.post('/markets', { rows: [{ name: 'Peñas' }] }).expect(201);
      const { body } = await stall.manager.post('/markets', { rows: [{ name }] }).expect(201);
      expect(body).toMatchObject({ recorded: 0, unchanged: 1 });
      expect(await marketsOf(stall)).toEqual(['El Alto', 'Peñas', 'Viacha']);
    },
  );

  test('of one market twice in a load are refused, and blanks alone are no name', async () => {
    const twice = await stall.manager.post('/markets', { rows: [{ name: 'Oruro' }, { name: 'ORURO ' }] });
    expect([twice.status, twice.body]).toMatchObject([400, { code: 'duplicate-code', pointer: '/rows/1/name' }]);
    const blank = await stall.manager.post('/markets', { rows: [{ name: ' \u3000' }] });
    expect([blank.status, blank.body]).toMatchObject([400, { code: 'bad-field', pointer: '/rows/0/name' }]);
  });

  test('in a receipt are spelled as the books spell them, in whatever case they are written', async () => {
    const lines = [line({ product: 'lettuce', unit: 'AMARRO' })];
    await stall.manager.post('/sales', { rows: [receipt('R1', { market: ' viacha ', lines })] }).expect(201);
    const { body } = await stall.manager.get('/sales/r1').expect(200);
    expect(body).toMatchObject({
      receipt: 'R1',
      market: 'Viacha',
      lines: [{ product: 'LETTUCE', unit: 'amarro', stockQuantity: '36' }],
    });
    const totals = await stall.manager.get('/sales/totals?by=product').expect(200);
    expect(totals.body.items).toMatchObject([{ key: 'LETTUCE', receipts: 1 }]);
    const narrowed = await stall.manager.get('/sales?market=VIACHA').expect(200);
    expect(narrowed.body.items).toHaveLength(1);
  });

  test('that nobody has are refused as they were written', async () => {
    const refused = await stall.manager.post('/sales', { rows: [receipt('R1', { market: 'nowhere' })] });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: 'unknown-reference', pointer: '/rows/0/market' },
    ]);
  });
});

test('a receipt may have any number, and where totals stood before they still are', async () => {
  await stall.manager.post('/sales', { rows: [receipt('totals'), receipt('reversal')] }).expect(201);
  expect((await stall.manager.get('/sales/totals').expect(200)).body).toMatchObject({ receipt: 'totals' });
  expect((await stall.manager.get('/sales/reversal').expect(200)).body).toMatchObject({ receipt: 'reversal' });
  const { body } = await stall.manager.get('/totals/sales?by=market&from=2025-08-04').expect(200);
  expect(body.items).toEqual([{ key: 'Viacha', receipts: 2, lines: 2, amount: '15.00' }]);
  const before = await stall.manager.get('/sales/totals?by=market&from=2025-08-04').expect(200);
  expect(before.body).toEqual(body);
});

describe('the same receipt', () => {
  const again = async (more: object): Promise<[number, unknown]> => {
    const { status, body } = await stall.manager.post('/sales', { rows: [receipt('R1', more)] });
    return [status, body];
  };
  beforeEach(() => stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201));

  test.each([
    { lines: [line({ quantity: '3.00' })] },
    { lines: [line({ quantity: '03' })] },
    { lines: [line({ unitPrice: '2.5' })] },
    { soldAt: '2025-08-04T14:30:00Z' },
    { receipt: 'r1', market: 'VIACHA', lines: [line({ product: 'Lettuce' })] },
  ])('written as %j is not recorded again', async (more) => {
    expect(await again(more)).toMatchObject([201, { recorded: 0, unchanged: 1, command: { events: {} } }]);
    expect(await stall.rows()).toMatchObject({ receipts: 1, lines: 1 });
  });

  test.each([
    { lines: [line({ quantity: '3.001', product: 'QUINOA', unit: 'kg' })] },
    { lines: [line(), line()] },
    { lines: [line({ unitPrice: '2.51' })] },
    { receipt: 'r1', payment: 'qr' },
  ])('is not one that says otherwise in %j', async (more) => {
    expect(await again(more)).toMatchObject([409, { code: 'code-taken', pointer: '/rows/0/receipt' }]);
  });

  test('is taken back under its number in whatever case, once', async () => {
    const reversed = await stall.manager.post('/sales/r1/reversal', { reason: 'typed twice' }).expect(201);
    expect(reversed.body).toMatchObject({ reversed: 'R1' });
    const twice = await stall.manager.post('/sales/R1/reversal', { reason: 'typed twice' });
    expect(twice.body).toMatchObject({ code: 'already-reversed' });
  });
});

test('two at once that differ in case alone become one', async () => {
  const answers = await Promise.all(
    ['Plaza', 'PLAZA', 'plaza'].map((name) => stall.manager.post('/markets', { rows: [{ name }] })),
  );
  expect(answers.map(({ body }) => body.recorded).sort()).toEqual([0, 0, 1]);
});

describe('doubles of old books', () => {
  let old: TestService;
  let books: Stall;
  beforeAll(async () => {
    const database = await testDatabase('sales');
    const before = await TestService.start(
      { ...sales, migrations: sales.migrations.filter(({ name }) => !/^(KeyNames|TellApart)/.test(name)) },
      { now: '2026-07-02T12:00:00-04:00', database: { ...database, drop: () => Promise.resolve() } },
    );
    const coop = await before.coop();
    await before.sql.query(
      `INSERT INTO markets (coop_id, name, called)
       SELECT $1, name, name FROM unnest(ARRAY['Viacha ', 'Viacha', 'viacha', 'El Alto']) AS name`,
      [coop],
    );
    await before.stop();
    old = await TestService.start(sales, { now: '2026-07-02T12:00:00-04:00', database });
    books = await Stall.open(old);
    await old.sql.query(
      'UPDATE markets SET coop_id = $1 WHERE coop_id = $2 AND name NOT IN (SELECT name FROM markets WHERE coop_id = $1)',
      [books.coop, coop],
    );
  });
  afterAll(() => old.stop());

  test('keep working and are listed, and no more of them come', async () => {
    const { body } = await books.manager.get('/doubles').expect(200);
    expect(body.items).toEqual([
      { kind: 'market', name: 'Viacha ', doubleOf: 'Viacha' },
      { kind: 'market', name: 'viacha', doubleOf: 'Viacha' },
    ]);
    const more = await books.manager.post('/markets', { rows: [{ name: 'VIACHA' }] }).expect(201);
    expect(more.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const rows = [receipt('R1', { market: 'viacha' }), receipt('R2', { market: 'VIACHA' })];
    await books.manager.post('/sales', { rows }).expect(201);
    const sold = await books.manager.get('/sales').expect(200);
    expect(sold.body.items.map(({ market }: { market: string }) => market)).toEqual(['viacha', 'Viacha']);
  });

  test('are refused by the database itself where a door would let one in', async () => {
    await expect(
      old.sql.query(`INSERT INTO markets (coop_id, name, called) VALUES ($1, 'EL  ALTO', 'EL  ALTO')`, [books.coop]),
    ).rejects.toThrow('markets_by_name_key');
  });
});
