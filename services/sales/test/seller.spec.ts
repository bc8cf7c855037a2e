import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client, TestService } from '@ayni/testing-service/service';
import { line, receipt, Stall } from './stall.js';

let service: TestService;
let stall: Stall;
let rosa: Client;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());
beforeEach(async () => {
  stall = await Stall.open(service);
  rosa = await service.signIn(stall.coop, { user: 'rosa', roles: ['seller'] });
});

const TODAY = '2026-07-02T09:00:00-04:00';
const YESTERDAY = '2026-07-01T09:00:00-04:00';

const sell = (by: Client, ...rows: object[]) => by.post('/sales', { rows }).expect(201);

describe('a seller', () => {
  test('records sales, also to try whether they would be taken', async () => {
    await rosa.post('/sales?trial=true', { rows: [receipt('K7-1')] }).expect(200);
    const nothing = { ...receipt('K7-2'), soldAt: 'today', lines: [null] };
    const { body } = await rosa.post('/sales?trial=true', { rows: [nothing] }).expect(200);
    const told = body.faults.map(({ code, pointer }: Record<string, string>) => `${pointer} ${code}`);
    expect(told).toEqual(['/rows/0/lines bad-field', '/rows/0/soldAt bad-instant']);
    expect(await stall.rows()).toMatchObject({ receipts: 0 });
    await sell(rosa, receipt('K7-1'));
    expect(await stall.rows()).toMatchObject({ receipts: 1 });
  });

  test('sees her own receipts in list, table and one by one, and not one of another', async () => {
    await sell(stall.manager, receipt('R1'));
    await sell(rosa, receipt('K7-1'), receipt('K7-2'));
    const list = await rosa.get('/sales').expect(200);
    expect(list.body.items.map((sale: { receipt: string }) => sale.receipt)).toEqual(['K7-1', 'K7-2']);
    const csv = await rosa.get('/sales?format=csv').expect(200);
    expect(csv.text).not.toContain('R1');
    expect(csv.text.match(/K7-/g)).toHaveLength(2);
    await rosa.get('/sales/K7-1').expect(200);
    const others = await rosa.get('/sales/R1').expect(404);
    const none = await rosa.get('/sales/R9').expect(404);
    expect(others.body.code).toBe(none.body.code);
    expect((await rosa.get('/sales?market=Viacha').expect(200)).body.items).toHaveLength(2);
    const also = await service.signIn(stall.coop, { user: 'rosa', roles: ['seller', 'treasurer'] });
    expect((await also.get('/sales').expect(200)).body.items).toHaveLength(3);
  });

  test('reads no total of the co-op, whichever way it is asked for', async () => {
    await sell(stall.manager, receipt('R1'));
    await rosa.get('/totals/sales?by=day').expect(403);
    await rosa.get('/sales/totals?by=day').expect(404);
    await rosa.get('/events').expect(403);
    await rosa.get('/trail').expect(403);
    await rosa.post('/markets', { rows: [{ name: 'Oruro' }] }).expect(403);
    await rosa.get('/markets').expect(200);
  });

  test('takes back her own receipt of the day, and no older one nor that of another', async () => {
    await sell(stall.manager, receipt('R1', { soldAt: TODAY }));
    await sell(rosa, receipt('K7-1', { soldAt: TODAY }), receipt('K7-2', { soldAt: YESTERDAY }));
    await rosa.post('/sales/K7-1/reversal', { reason: 'typed twice' }).expect(201);
    const older = await rosa.post('/sales/K7-2/reversal', { reason: 'typed twice' }).expect(403);
    expect(older.body).toMatchObject({ code: 'not-of-today' });
    await rosa.post('/sales/R1/reversal', { reason: 'not hers' }).expect(404);
    expect(await stall.rows()).toMatchObject({ reversals: 1 });
    await stall.manager.post('/sales/K7-2/reversal', { reason: 'asked by rosa' }).expect(201);
  });

  test('sees on which days something can be sold', async () => {
    const seasons = async () => (await rosa.get('/seasons').expect(200)).body.items;
    expect(await seasons()).toEqual([{ code: '2025', from: '2025-07-01', to: '2026-06-30', state: 'open' }]);
    await stall.closeSeason();
    expect(await seasons()).toMatchObject([{ state: 'closing' }]);
  });
});

describe('the last prices', () => {
  const prices = async (market: string) => (await rosa.get(`/prices?market=${market}`).expect(200)).body.items;
  const at = (market: string, soldAt: string, ...lines: object[]) => ({ market, soldAt, lines });

  test('are those of the market, and of another one where it was never sold there', async () => {
    await sell(
      stall.manager,
      receipt('R1', at('Viacha', '2026-06-20T09:00:00-04:00', line({ unitPrice: '2.50' }))),
      receipt('R2', at('Viacha', '2026-06-27T09:00:00-04:00', line({ unitPrice: '3.00' }))),
      receipt(
        'R3',
        at(
          'El Alto',
          '2026-06-28T09:00:00-04:00',
          line({ unitPrice: '4.00' }),
          line({ product: 'QUINOA', unit: 'kg', unitPrice: '18.00' }),
        ),
      ),
    );
    expect(await prices('Viacha')).toEqual([
      { product: 'LETTUCE', unit: 'piece', unitPrice: '3.00', market: 'Viacha', day: '2026-06-27', here: true },
      { product: 'QUINOA', unit: 'kg', unitPrice: '18.00', market: 'El Alto', day: '2026-06-28', here: false },
    ]);
  });

  test('of one day are those of its latest receipts, by unit, the latest first', async () => {
    const early = '2026-06-27T08:00:00-04:00';
    const late = '2026-06-27T11:00:00-04:00';
    await sell(
      rosa,
      receipt('R3', at('Viacha', late, line({ unitPrice: '3.50' }))),
      receipt('R1', at('Viacha', early, line({ unit: 'amarro', unitPrice: '20.00' }), line({ unitPrice: '2.00' }))),
    );
    expect(
      (await prices('Viacha')).map(({ unit, unitPrice }: Record<string, string>) => `${unit} ${unitPrice}`),
    ).toEqual(['piece 3.50', 'amarro 20.00']);
  });

  test('leave out what was taken back', async () => {
    await sell(rosa, receipt('R1', at('Viacha', YESTERDAY, line({ unitPrice: '2.00' }))));
    await sell(rosa, receipt('R2', at('Viacha', TODAY, line({ unitPrice: '200.00' }))));
    await sell(rosa, receipt('R3', at('Viacha', TODAY, line({ product: 'QUINOA', unit: 'kg', unitPrice: '9.00' }))));
    await rosa.post('/sales/R2/reversal', { reason: 'a nought too many' }).expect(201);
    expect(await prices('Viacha')).toMatchObject([{ unitPrice: '2.00' }, { unitPrice: '9.00' }]);
  });

  test('are of a market that is registered', async () => {
    await rosa.get('/prices?market=Oruro').expect(404);
    await rosa.get('/prices').expect(400);
    expect(await prices('Viacha')).toEqual([]);
  });

  test('are those of the own co-op', async () => {
    await sell(rosa, receipt('R1'));
    const other = await Stall.open(service);
    expect((await other.manager.get('/prices?market=Viacha').expect(200)).body.items).toEqual([]);
  });
});
