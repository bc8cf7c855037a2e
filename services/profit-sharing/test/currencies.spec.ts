import {
  deliveryReceivedV2,
  expenseRecordedV2,
  expenseReversedV2,
  runApprovedV2,
  runProposedV2,
  saleRecordedV2,
  workConfirmed,
} from '@ayni/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { advance, delivery, expense, grant, sale, startProfitSharing, Treasury, work } from './treasury.js';

let service: TestService;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());

/** A season whose sales come to a hundred of the currency's units with a coin of one, traded and closed. */
async function traded(currency: string, places: number): Promise<Treasury> {
  const treasury = await Treasury.of(service, currency);
  const money = (units: number): string =>
    places === 0
      ? String(units)
      : `${Math.floor(units / 10 ** places)}.${String(units % 10 ** places).padStart(places, '0')}`;
  await treasury.open('2025', { cashUnit: money(1) });
  await service.hear(treasury.coop, (tx) => {
    tx.publish(saleRecordedV2, 'sale/R1', 1, sale('R1', money(1000), { currency }));
    tx.publish(deliveryReceivedV2, 'delivery/D1', 1, { ...delivery('D1', '003', money(100)), currency });
    tx.publish(workConfirmed, 'work/W1', 1, work('W1', '001', 240));
    tx.publish(workConfirmed, 'work/W2', 1, work('W2', '002', 120));
  });
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { amount: money(93) })] }).expect(201);
  await treasury.treasurer.post('/grants', { rows: [grant('G1', { amount: money(50) })] }).expect(201);
  await treasury.treasurer.post('/advances', { rows: [advance('A1', { amount: money(86) })] }).expect(201);
  await treasury.close();
  return treasury;
}

describe('a season in a currency of other than two places', () => {
  test.each([
    // result 807; reserve 80.7 up, education 40.35 up: 81 and 41; 685 for the members
    ['JPY', 0, { result: '807', pool: '685', funds: ['81', '41'], carried: '0' }],
    ['TND', 3, { result: '0.807', pool: '0.685', funds: ['0.081', '0.041'], carried: '0.000' }],
  ])('%s is shared, stated and verified in its %i places', async (currency, places, expected) => {
    const treasury = await traded(currency, places);
    const run = await treasury.shareOut();
    const { body } = await treasury.president.get(`/runs/${run}`).expect(200);
    expect(body.outcome.fingerprint).toBe(body.fingerprint);
    expect({
      result: body.outcome.result,
      pool: body.outcome.pool,
      funds: body.outcome.funds.map(({ amount }: { amount: string }) => amount),
      carried: body.outcome.totals.carried,
    }).toEqual(expected);
    const verified = await treasury.president.get(`/runs/${run}/verification`).expect(200);
    expect(verified.body).toMatchObject({ equal: true });
    const figures = (await treasury.treasurer.get('/seasons/2025/figures').expect(200)).body;
    expect(figures).toMatchObject({ currency, result: expected.result });
    expect((await treasury.balances())['result-appropriated 2025']).toBe(`-${expected.result}`);
    const amount = places === 0 ? /^-?\d+$/ : /^-?\d+\.\d{3}$/;
    const statements = [
      await treasury.eva.get(`/runs/${run}/statements/members/001`).expect(200),
      await treasury.president.get(`/runs/${run}/statements/households/F02`).expect(200),
    ];
    for (const { body: statement } of statements)
      for (const line of statement.workings) expect(line.amount).toMatch(amount);
    const list = (await treasury.treasurer.get('/ledger/entries').expect(200)).body;
    for (const entry of list.items) expect(entry.amount).toMatch(amount);
    const types = (await service.told(treasury.coop)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining([expenseRecordedV2.type, runProposedV2.type, runApprovedV2.type]));
    expect(types.filter((type) => /(expense|run)-.*v1$/.test(type))).toEqual([]);
  });

  test('refuses amounts and coins of other places, and takes back what was entered', async () => {
    const treasury = await Treasury.of(service, 'PYG');
    const half = await treasury.treasurer.post('/expenses', { rows: [expense('E1', { amount: '93.5' })] }).expect(400);
    expect(half.body).toMatchObject({ code: 'bad-amount', pointer: '/rows/0/amount' });
    await treasury.treasurer.post('/expenses', { rows: [expense('E1', { amount: '93' })] }).expect(201);
    await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'twice' }).expect(201);
    expect((await service.told(treasury.coop)).map(({ type }) => type)).toEqual([
      expenseRecordedV2.type,
      expenseReversedV2.type,
    ]);
  });
});

describe("a season's smallest coin", () => {
  test.each([
    ['BOB', '100.00', '100.01'],
    ['JPY', '10000', '10001'],
    ['TND', '10.000', '10.001'],
  ])('in %s is %s at most, so that families are paid', async (currency, most, more) => {
    const treasury = await Treasury.of(service, currency);
    const season = { code: '2025', name: 'G', from: '2025-07-01', to: '2026-06-30' };
    const ruleSet = { code: 'r', steps: [], bases: [{ basis: 'equal', percent: '100' }] };
    const refused = await treasury.treasurer.post('/seasons', { rows: [{ ...season, cashUnit: more, ruleSet }] });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: 'cash-unit-too-large', pointer: '/rows/0/cashUnit' },
    ]);
    await treasury.treasurer.post('/seasons', { rows: [{ ...season, cashUnit: most, ruleSet }] }).expect(201);
  });

  test('has no more places than the currency', async () => {
    const treasury = await Treasury.of(service, 'JPY');
    const rows = [{ code: '2025', name: 'G', from: '2025-07-01', to: '2026-06-30', cashUnit: '0.10' }].map((row) => ({
      ...row,
      ruleSet: { code: 'r', steps: [], bases: [{ basis: 'equal', percent: '100' }] },
    }));
    const refused = await treasury.treasurer.post('/seasons', { rows }).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-rule-set', pointer: '/rows/0/cashUnit' });
  });
});
