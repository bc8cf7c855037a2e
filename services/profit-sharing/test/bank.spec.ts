import { saleRecorded } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { DAY, expense, sale, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

const NEXT_DAY = '2025-08-05';
const DAYS = 'from=2025-08-01&to=2025-08-31';

const line = (code: string, amount: string, more: object = {}): object => ({
  ...{ code, bookedOn: DAY, statement: 'bank', amount: amount.replace('-', ''), ...more },
  direction: amount.startsWith('-') ? 'out' : 'in',
});

const bring = async (...rows: object[]): Promise<object> =>
  (await treasury.treasurer.post('/bank-lines', { rows }).expect(201)).body;

const sell = (...receipts: (readonly [receipt: string, total: string])[]): Promise<unknown> =>
  service.hear(treasury.coop, (tx) =>
    receipts.forEach(([receipt, total]) =>
      tx.publish(saleRecorded, `sale/${receipt}`, 1, sale(receipt, total, { payment: 'qr' })),
    ),
  );

type Shown = {
  readonly code: string;
  readonly state: string;
  readonly ground: string | null;
  readonly postings: readonly { readonly code: string }[];
};

const matching = async (query = DAYS): Promise<{ readonly items: readonly Shown[] }> =>
  (await treasury.president.get(`/ledger/bank/lines?${query}`).expect(200)).body;

const told = async (query = DAYS): Promise<string[]> =>
  (await matching(query)).items.map(({ code, state, ground, postings }) =>
    [code, state, ground ?? '-', ...postings.map((posting) => posting.code)].join(' '),
  );

const left = async (query = DAYS): Promise<string[]> =>
  (await treasury.president.get(`/ledger/bank/postings?${query}`).expect(200)).body.items.map(
    ({ source, code, amount }: Record<string, string>) => `${source} ${code} ${amount}`,
  );

test('a statement is compared with the books by reference and amount, and posts nothing itself', async () => {
  await sell(['R-101', '30.00'], ['R-102', '30.00'], ['R-103', '12.00']);
  await treasury.treasurer
    .post('/expenses', {
      rows: [
        expense('E1', { paidFrom: 'bank', amount: '8.00', document: 'F-4711' }),
        expense('E2', { paidFrom: 'bank', amount: '9.00' }),
      ],
    })
    .expect(201);
  const before = await treasury.balances();
  await bring(
    line('B1', '30.00', { bookedOn: NEXT_DAY, reference: '778', note: 'QR R-101 Maria', balance: '130.00' }),
    line('B2', '12.00', { bookedOn: NEXT_DAY, balance: '142.00' }),
    line('B3', '-8.00', { bookedOn: '2025-08-20', reference: 'F4711', balance: '134.00' }),
    line('B4', '5.00', { bookedOn: '2025-08-21', note: 'ABONO', balance: '139.00' }),
  );
  expect(await treasury.balances()).toEqual(before);
  expect(await told()).toEqual([
    'B1 matched reference R-101',
    'B2 matched amount R-103',
    'B3 matched reference E1',
    'B4 unmatched -',
  ]);
  expect(await left()).toEqual(['expense E2 -9.00', 'sale R-102 30.00']);
  expect(await matching()).toMatchObject({
    ...{ statement: 'bank', statementBalance: '139.00', ledgerBalance: '55.00' },
    ...{ linesLeft: '5.00', postingsLeft: '21.00' },
  });
  expect(await told('from=2025-08-20&to=2025-08-20')).toEqual(['B3 matched reference E1']);
});

test('the same statement brought again changes nothing, and a line that was taken back counts no more', async () => {
  await sell(['R1', '30.00']);
  const lines = [line('B1', '30.00', { balance: '30.00' }), line('B2', '-1.00', { note: 'comisión' })];
  expect(await bring(...lines)).toMatchObject({ recorded: 2, unchanged: 0 });
  expect(await bring(...lines)).toMatchObject({ recorded: 0, unchanged: 2 });
  await treasury.treasurer.post('/bank-lines/B1/reversal', { reason: 'another account' }).expect(201);
  expect(await told()).toEqual(['B2 unmatched -']);
  expect(await left()).toEqual(['sale R1 30.00']);
});

test('what is doubtful is told with what it may be, and what was taken back in the books is none of it', async () => {
  await treasury.treasurer
    .post('/transfers', {
      rows: [
        { code: 'T1', movedOn: DAY, into: 'bank', amount: '50.00' },
        { code: 'T2', movedOn: NEXT_DAY, into: 'bank', amount: '50.00' },
      ],
    })
    .expect(201);
  await bring(line('B1', '50.00', { bookedOn: '2025-08-06' }));
  expect(await told()).toEqual(['B1 doubtful - T1 T2']);
  await treasury.treasurer.post('/transfers/T1/reversal', { reason: 'typed twice' }).expect(201);
  expect(await told()).toEqual(['B1 matched amount T2']);
});

test('a statement of QR has the sales by QR alone, each of which may stand on one of the bank as well', async () => {
  await sell(['R1', '30.00'], ['R2', '12.00']);
  await treasury.treasurer
    .post('/transfers', { rows: [{ code: 'T1', movedOn: DAY, into: 'bank', amount: '7.00' }] })
    .expect(201);
  await bring(
    line('B1', '42.00', { bookedOn: NEXT_DAY, note: 'ABONO QR' }),
    line('Q1', '30.00', { statement: 'qr' }),
    line('Q2', '7.00', { statement: 'qr' }),
  );
  expect(await told()).toEqual(['B1 matched sum R1 R2']);
  const ofQr = `${DAYS}&statement=qr`;
  expect(await told(ofQr)).toEqual(['Q1 matched day R1', 'Q2 unmatched -']);
  expect(await left(ofQr)).toEqual(['sale R2 12.00']);
  expect(await matching(ofQr)).toMatchObject({ ledgerBalance: null, statementBalance: null });
});

test('days are asked for in their order, and without any the last ninety are told', async () => {
  const { body } = await treasury.president.get('/ledger/bank/lines?from=2025-08-02&to=2025-08-01').expect(400);
  expect(body).toMatchObject({ code: 'wrong-order', pointer: '/from' });
  await treasury.president.get('/ledger/bank/lines').expect(200);
  await treasury.president.get('/ledger/bank/lines?from=1900-01-01&to=9998-12-31').expect(200);
});
