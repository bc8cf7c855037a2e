import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { DAY, expense, grant, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

type Answer = { readonly status: number; readonly body: { readonly code: string; readonly detail: string } };
const post = async (path: string, body: object, status = 201): Promise<Answer> =>
  treasury.treasurer.post(path, body).expect(status);
const agree = (more: object = {}): Promise<Answer> =>
  post('/grants', { rows: [{ ...grant('G1'), amount: '1000.00', receivedOn: undefined, agreedOn: DAY, ...more }] });
const receive = (code: string, amount: string, status = 201, receivedOn = DAY): Promise<Answer> =>
  post('/grant-receipts', { rows: [{ code, grant: 'G1', receivedOn, amount }] }, status);
const refund = (code: string, amount: string, status = 201): Promise<Answer> =>
  post('/grant-refunds', { rows: [{ code, grant: 'G1', refundedOn: DAY, amount }] }, status);
const writeOff = (code: string, amount: string, status = 201, writtenOffOn = DAY): Promise<Answer> =>
  post('/grant-write-offs', { rows: [{ code, grant: 'G1', writtenOffOn, amount, reason: 'too late' }] }, status);
const spend = (code: string, amount: string, status = 201, spentOn = DAY): Promise<Answer> =>
  post('/expenses', { rows: [expense(code, { amount, fundedBy: 'G1', spentOn })] }, status);
const reverse = (path: string, status = 201): Promise<Answer> =>
  post(`/${path}/reversal`, { reason: 'a mistake' }, status);
const shown = async (): Promise<unknown> => (await treasury.treasurer.get('/grants').expect(200)).body.items[0];
const figures = async (season = '2025'): Promise<Record<string, string>> =>
  (await treasury.treasurer.get(`/seasons/${season}/figures`).expect(200)).body;
const unfinished = async (season = '2025'): Promise<unknown> =>
  (await treasury.treasurer.get(`/seasons/${season}/preview`).expect(200)).body.unfinished.filter(
    ({ kind }: { kind: string }) => kind.endsWith('grant'),
  );

describe('what moved of a grant', () => {
  test('is told to those who follow the co-op, and so is that it was taken back', async () => {
    await agree();
    await spend('E1', '600.00');
    await receive('P1', '800.00');
    await refund('B1', '50.00');
    await reverse('grant-refunds/B1');
    await reverse('grant-receipts/P1');
    await writeOff('X1', '100.00');
    await reverse('grant-write-offs/X1');
    const money = { grant: 'G1', day: DAY, currency: 'BOB' };
    const taken = { reason: 'a mistake' };
    const told = (await service.told(treasury.coop)).filter(({ type }) => type.includes('.grant-'));
    expect(told.map(({ type, aggregate, seq, data }) => ({ type, aggregate, seq, data }))).toEqual(
      (
        [
          ['receipt-recorded', 'grant-receipt/P1', 1, { code: 'P1', ...money, amount: '800.00' }],
          ['refund-recorded', 'grant-refund/B1', 1, { code: 'B1', ...money, amount: '50.00' }],
          ['refund-reversed', 'grant-refund/B1', 2, { code: 'B1', ...money, amount: '50.00', ...taken }],
          ['receipt-reversed', 'grant-receipt/P1', 2, { code: 'P1', ...money, amount: '800.00', ...taken }],
          ['write-off-recorded', 'grant-write-off/X1', 1, { code: 'X1', ...money, amount: '100.00' }],
          ['write-off-reversed', 'grant-write-off/X1', 2, { code: 'X1', ...money, amount: '100.00', ...taken }],
        ] as const
      ).map(([fact, aggregate, seq, data]) => ({
        ...{ type: `ayni.profit-sharing.grant-${fact}.v1`, aggregate, seq, data },
      })),
    );
  });
});

describe('an expense before the money of its grant came', () => {
  test('is owed by the funder, and settled by the receipts', async () => {
    await agree();
    await spend('E1', '600.00');
    expect(await shown()).toMatchObject({ received: '0.00', spent: '600.00', owed: '600.00', left: '400.00' });
    expect(await treasury.balances()).toEqual({ cash: '-600.00', 'grants-receivable G1': '600.00' });
    await receive('P1', '450.00');
    expect(await treasury.balances()).toEqual({ cash: '-150.00', 'grants-receivable G1': '150.00' });
    await receive('P2', '550.00');
    expect(await shown()).toMatchObject({ received: '1000.00', owed: '0.00', left: '400.00' });
    expect(await treasury.balances()).toEqual({
      cash: '0.00',
      'grants-receivable G1': '0.00',
      'restricted-cash': '400.00',
      'restricted-funds G1': '400.00',
    });
  });

  test('is paid by what is there, and pre-financed for the rest', async () => {
    await agree();
    await receive('P1', '100.00');
    await spend('E1', '250.00');
    expect(await treasury.balances()).toEqual({
      cash: '-150.00',
      'grants-receivable G1': '150.00',
      'restricted-cash': '0.00',
      'restricted-funds G1': '0.00',
    });
    await reverse('expenses/E1');
    expect(await treasury.balances()).toEqual({
      cash: '0.00',
      'grants-receivable G1': '0.00',
      'restricted-cash': '100.00',
      'restricted-funds G1': '100.00',
    });
  });

  test('is pre-financed again where the receipt is taken back', async () => {
    await agree();
    await receive('P1', '300.00');
    await spend('E1', '200.00');
    await reverse('grant-receipts/P1');
    expect(await shown()).toMatchObject({ received: '0.00', owed: '200.00' });
    expect(await treasury.balances()).toMatchObject({
      cash: '-200.00',
      'grants-receivable G1': '200.00',
      'restricted-cash': '0.00',
      'restricted-funds G1': '0.00',
    });
    expect(await reverse('grant-receipts/P1', 409)).toMatchObject({ body: { code: 'already-reversed' } });
  });

  test('stands once in the figures of a season that gives it up: as own, no longer as the grant’s', async () => {
    await treasury.open('2025');
    await agree();
    await spend('E1', '600.00');
    await receive('P1', '200.00');
    await writeOff('X1', '150.00');
    expect(await figures()).toMatchObject({ ownExpenses: '150.00', restrictedExpenses: '450.00', result: '-150.00' });
  });

  test('changes no figure of the result, and is a cost of the season that gives it up', async () => {
    await treasury.open('2025');
    await treasury.open('2026');
    await treasury.trade();
    const before = await figures();
    await agree();
    await spend('E9', '600.00');
    await receive('P1', '200.00');
    expect(await figures()).toEqual({ ...before, restrictedExpenses: '600.00' });
    const later = '2026-08-04';
    const refused = await writeOff('X1', '400.01', 409, later);
    expect(refused.body).toMatchObject({ code: 'more-than-owed', pointer: '/rows/0/amount' });
    expect(refused.body.detail).toContain('400.00');
    await writeOff('X1', '400.00', 201, later);
    expect(await figures()).toEqual({ ...before, restrictedExpenses: '600.00' });
    const given = { ownExpenses: '400.00', restrictedExpenses: '-400.00', result: '-400.00' };
    expect(await figures('2026')).toMatchObject(given);
    expect(await shown()).toMatchObject({ owed: '0.00', writtenOff: '400.00', left: '400.00' });
    expect(await receive('P2', '400.01', 409)).toMatchObject({ body: { code: 'grant-overpaid' } });
    expect(await reverse('expenses/E9', 409)).toMatchObject({ body: { code: 'expense-written-off' } });
    await reverse('grant-write-offs/X1');
    const back = { ownExpenses: '0.00', restrictedExpenses: '0.00', result: '0.00' };
    expect(await figures('2026')).toMatchObject(back);
    expect(await shown()).toMatchObject({ owed: '400.00', writtenOff: '0.00' });
  });

  test('is listed where a season is to be closed, by the days and not by the order of typing', async () => {
    await treasury.open('2025');
    await treasury.open('2026');
    await agree();
    await receive('P1', '1000.00', 201, '2026-08-04');
    await spend('E1', '600.00');
    expect(await unfinished()).toMatchObject([
      { kind: 'prefinanced-grant', of: 'G1', sum: '600.00', mayStay: 'with-reason' },
    ]);
    expect(await unfinished('2026')).toEqual([]);
  });
});

describe('a grant', () => {
  test('receives no more than was agreed, and says what is still to come', async () => {
    await agree();
    await receive('P1', '700.00');
    const refused = await receive('P2', '300.01', 409);
    expect(refused.body).toMatchObject({ code: 'grant-overpaid', pointer: '/rows/0/amount' });
    expect(refused.body.detail).toContain('300.00');
    await receive('P2', '300.00');
    const whole = await post('/grants', { rows: [grant('G2')] });
    expect(whole.status).toBe(201);
    const more = { rows: [{ code: 'P3', grant: 'G2', receivedOn: DAY, amount: '0.01' }] };
    expect(await post('/grant-receipts', more, 409)).toMatchObject({ body: { code: 'grant-overpaid' } });
  });

  test('is left with less once some was given back, and gives back only what is there', async () => {
    await agree();
    await receive('P1', '500.00');
    await spend('E1', '100.00');
    const refused = await refund('B1', '400.01', 409);
    expect(refused.body).toMatchObject({ code: 'more-than-held', pointer: '/rows/0/amount' });
    expect(refused.body.detail).toContain('400.00');
    await refund('B1', '400.00');
    expect(await shown()).toMatchObject({ received: '500.00', refunded: '400.00', left: '500.00', owed: '0.00' });
    expect(await spend('E2', '500.01', 409)).toMatchObject({ body: { code: 'grant-exhausted' } });
    expect(await reverse('grant-receipts/P1', 409)).toMatchObject({ body: { code: 'receipt-refunded' } });
  });

  test('is not taken back from under its receipts', async () => {
    await agree();
    await receive('P1', '500.00');
    expect(await reverse('grants/G1', 409)).toMatchObject({ body: { code: 'grant-in-use' } });
    await reverse('grant-receipts/P1');
    await reverse('grants/G1');
    expect(await receive('P2', '1.00', 400)).toMatchObject({
      body: { code: 'unknown-reference', pointer: '/rows/0/grant' },
    });
  });

  test('is entered with the day of the agreement or with the day on which all of it came, and with one of them', async () => {
    const sent = { ...grant('G1'), receivedOn: undefined };
    const neither = await post('/grants', { rows: [sent] }, 400);
    expect(neither.body).toMatchObject({ code: 'bad-day', pointer: '/rows/0/agreedOn' });
    const both = await post('/grants', { rows: [{ ...sent, agreedOn: DAY, receivedOn: DAY }] }, 400);
    expect(both.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/receivedOn' });
    const future = await post('/grants', { rows: [{ ...sent, receivedOn: '2030-01-01' }] }, 400);
    expect(future.body).toMatchObject({ code: 'day-in-future', pointer: '/rows/0/receivedOn' });
    const again = { rows: [grant('G1')] };
    await post('/grants', again);
    expect(await post('/grants', again)).toMatchObject({ body: { recorded: 0, unchanged: 1 } });
    expect(await shown()).toMatchObject({ agreedOn: DAY, receivedOn: DAY, received: '48000.00' });
  });

  test('settles exactly what came where twenty receipts and twenty expenses meet', async () => {
    await agree();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => [
        treasury.treasurer.post('/expenses', { rows: [expense(`E${i}`, { amount: '60.00', fundedBy: 'G1' })] }),
        treasury.treasurer.post('/grant-receipts', {
          rows: [{ code: `P${i}`, grant: 'G1', receivedOn: DAY, amount: '45.00' }],
        }),
      ]).flat(),
    );
    expect(await shown()).toMatchObject({ received: '900.00', spent: '960.00', owed: '60.00', left: '40.00' });
    expect(await treasury.balances()).toMatchObject({ cash: '-60.00', 'grants-receivable G1': '60.00' });
  });
});
