import { saleRecorded, saleRecordedV2, saleReversedV2 } from '@ayni/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { line, receipt, Stall } from './stall.js';

let service: TestService;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());

describe('receipts in a currency of other than two places', () => {
  test.each([
    ['CLP', '250', '750', '251', '126'],
    ['TND', '0.250', '0.750', '0.251', '0.126'],
    ['CLF', '0.0250', '0.0750', '0.0251', '0.0126'],
  ])('in %s are priced, listed, summed and told on in its places', async (currency, price, amount, odd, half) => {
    const stall = await Stall.open(service, undefined, currency);
    const lines = [
      line({ unitPrice: price }),
      line({ product: 'QUINOA', unit: 'kg', quantity: '0.5', unitPrice: odd }), // half a smallest unit goes up
    ];
    await stall.manager.post('/sales', { rows: [receipt('R1', { lines })] }).expect(201);
    const [told] = await service.told(stall.coop);
    expect(told).toMatchObject({
      type: saleRecordedV2.type,
      data: { currency, lines: [{ unitPrice: price, amount }, { amount: half }] },
    });
    const { body } = await stall.manager.get('/sales/R1').expect(200);
    expect(body).toMatchObject(told?.data ?? { told: 'nothing' });
    expect(body.lines.map((each: { amount: string }) => each.amount)).toEqual([amount, half]);
    const list = await stall.manager.get('/sales').expect(200);
    expect(list.body.items).toMatchObject([{ total: body.total, currency }]);
    const csv = await stall.manager.get('/sales?format=csv').expect(200);
    expect(csv.text).toContain(`,${body.total},`);
    const totals = await stall.manager.get('/totals/sales?by=product').expect(200);
    expect(totals.body.items).toMatchObject([
      { key: 'LETTUCE', amount },
      { key: 'QUINOA', amount: half },
    ]);
    await stall.manager.post('/sales/R1/reversal', { reason: 'a mistake' }).expect(201);
    expect((await service.told(stall.coop)).map(({ type }) => type)).toEqual([
      saleRecordedV2.type,
      saleReversedV2.type,
    ]);
  });

  test.each([
    ['CLP', '2.50'],
    ['CLP', '2.0'],
    ['TND', '0.2505'],
    ['BOB', '2.505'],
  ])('in %s refuse a price of %s, and store nothing', async (currency, unitPrice) => {
    const stall = await Stall.open(service, undefined, currency);
    const before = await stall.rows();
    const refused = await stall.manager.post('/sales', { rows: [receipt('R1', { lines: [line({ unitPrice })] })] });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: 'bad-amount', pointer: '/rows/0/lines/0/unitPrice' },
    ]);
    expect(await stall.rows()).toEqual(before);
  });

  test('in one of two places are told on as they always were', async () => {
    const stall = await Stall.open(service);
    await stall.manager.post('/sales', { rows: [receipt('R1')] }).expect(201);
    expect(await service.told(stall.coop)).toMatchObject([{ type: saleRecorded.type, data: { total: '7.50' } }]);
  });
});
