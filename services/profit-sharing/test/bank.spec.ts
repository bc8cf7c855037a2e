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
  readonly document: string | null;
};

const matching = async (query = DAYS): Promise<{ readonly items: readonly Shown[] }> =>
  (await treasury.president.get(`/ledger/bank/lines?${query}`).expect(200)).body;

/** What is said of each line, with all documents that it is of or may be of. */
const told = async (query = DAYS): Promise<string[]> => {
  const lines = new Map<string, string>();
  for (const { code, state, ground, document } of (await matching(query)).items)
    lines.set(
      code,
      `${lines.get(code) ?? [code, state, ground ?? '-'].join(' ')}${document === null ? '' : ` ${document}`}`,
    );
  return [...lines.values()];
};

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

test('what is brought back of a loan at the bank is what a line is of that names the loan, or comes to so much', async () => {
  const owed = { paidOn: DAY, member: '001', amount: '100.00', firstDueOn: '2025-08-20', instalments: 2 };
  await treasury.treasurer
    .post('/loans', { rows: ['PR-1', 'PR-2', 'PR-3'].map((code) => ({ code, ...owed })) })
    .expect(201);
  const brought = (code: string, debt: string, more: object = {}): object => ({
    ...{ code, debt, paidOn: '2025-08-20', amount: '50.00', into: 'bank', ...more },
  });
  await treasury.treasurer
    .post('/repayments', {
      rows: [brought('D1', 'PR-1'), brought('D2', 'PR-2'), brought('D3', 'PR-3', { amount: '20.00', into: 'cash' })],
    })
    .expect(201);
  await bring(
    line('B1', '50.00', { bookedOn: '2025-08-21', note: 'cuota PR-2' }),
    line('B2', '50.00', { bookedOn: '2025-08-21', note: 'abono' }),
    line('B3', '20.00', { bookedOn: '2025-08-22' }),
  );
  expect(await told()).toEqual(['B1 matched reference D2', 'B2 matched amount D1', 'B3 unmatched -']);
  expect(await treasury.balances()).toMatchObject({ bank: '100.00', cash: '-280.00', 'member-loans 001': '180.00' });
  await treasury.treasurer.post('/repayments/D2/reversal', { reason: 'of another' }).expect(201);
  expect(await told()).toEqual(['B1 doubtful - D1', 'B2 doubtful - D1', 'B3 unmatched -']);
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

const match = (
  code: string,
  bankLine: string,
  ...documents: (readonly [source: string, document: string])[]
): object => ({
  ...{ code, matchedOn: '2025-09-01', bankLine },
  documents: documents.map(([source, document]) => ({ source, document })),
});

const refused = async (row: object, status = 409): Promise<readonly string[]> => {
  const { body } = await treasury.treasurer.post('/bank-matches', { rows: [row] }).expect(status);
  return [body.code, body.pointer];
};

const moved = (code: string, amount: string, more: object = {}): object => ({
  ...{ code, movedOn: DAY, into: 'bank', amount, ...more },
});

test('what is doubtful is matched by hand, and that can be taken back', async () => {
  await treasury.treasurer.post('/transfers', { rows: [moved('T1', '50.00'), moved('T2', '50.00')] }).expect(201);
  await bring(line('B1', '50.00', { bookedOn: NEXT_DAY }), line('B2', '50.00', { bookedOn: '2025-08-31' }));
  expect(await told()).toEqual(['B1 doubtful - T1 T2', 'B2 unmatched -']);
  await treasury.treasurer.post('/bank-matches', { rows: [match('M1', 'B2', ['transfer', 'T1'])] }).expect(201);
  expect(await told()).toEqual(['B1 matched amount T2', 'B2 matched by-hand T1']);
  expect(await matching()).toMatchObject({ items: [{ match: null }, { match: 'M1' }] });
  await treasury.treasurer.post('/bank-matches/M1/reversal', { reason: 'the other one' }).expect(201);
  expect(await told()).toEqual(['B1 doubtful - T1 T2', 'B2 unmatched -']);
  const list = (await treasury.president.get('/bank-matches').expect(200)).body.items;
  expect(list).toMatchObject([
    { code: 'M1', bankLine: 'B2', amount: '50.00', documents: 1, reversal: 'the other one' },
  ]);
});

test('a line is matched by hand with several documents that come to it, each of one line alone', async () => {
  await sell(['R1', '30.00'], ['R2', '12.00'], ['R3', '9.00']);
  await bring(
    line('B1', '39.00', { bookedOn: '2025-08-20' }),
    line('B2', '21.00', { bookedOn: '2025-08-21' }),
    line('Q1', '30.00', { statement: 'qr', bookedOn: '2025-08-29' }),
  );
  const whole = match('M1', 'B1', ['sale', 'R1'], ['sale', 'R3']);
  const differs = match('M1', 'B1', ['sale', 'R1'], ['sale', 'R2']);
  expect(await refused(differs, 400)).toEqual(['match-differs', '/rows/0/documents']);
  await treasury.treasurer.post('/bank-matches', { rows: [whole] }).expect(201);
  expect((await treasury.treasurer.post('/bank-matches', { rows: [whole] }).expect(201)).body).toMatchObject({
    ...{ recorded: 0, unchanged: 1 },
  });
  expect(await told()).toEqual(['B1 matched by-hand R1 R3', 'B2 unmatched -']);
  expect(await left()).toEqual(['sale R2 12.00']);
  // in whatever case they are named
  expect(await refused(match('M3', 'b1', ['sale', 'R1'], ['sale', 'R3']))).toEqual([
    ...['matched-already', '/rows/0/bankLine'],
  ]);
  expect(await refused(match('M3', 'B2', ['sale', 'r2'], ['sale', 'r3']))).toEqual([
    ...['matched-already', '/rows/0/documents/1/document'],
  ]);
  expect(await refused(match('M2', 'B2', ['sale', 'R2'], ['sale', 'R3']))).toEqual([
    ...['matched-already', '/rows/0/documents/1/document'],
  ]);
  expect(await refused(match('M2', 'B1', ['sale', 'R2']))).toContain('matched-already');
  await treasury.treasurer.post('/bank-matches', { rows: [match('M2', 'Q1', ['sale', 'R1'])] }).expect(201);
});

test('nothing is matched that is not there, was taken back or never was at the bank', async () => {
  await treasury.treasurer.post('/transfers', { rows: [moved('T1', '50.00'), moved('T2', '50.00')] }).expect(201);
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { amount: '50.00' })] }).expect(201);
  await bring(line('B1', '50.00'), line('B2', '-50.00'), line('Q1', '50.00', { statement: 'qr' }));
  await treasury.treasurer.post('/transfers/T1/reversal', { reason: 'typed twice' }).expect(201);
  await treasury.treasurer.post('/bank-lines/B2/reversal', { reason: 'another account' }).expect(201);
  const unknown = ['unknown-reference', '/rows/0/documents/0/document'];
  expect(await refused(match('M1', 'B1', ['transfer', 'T1']), 400)).toEqual(unknown);
  expect(await refused(match('M1', 'B1', ['expense', 'E1']), 400)).toEqual(unknown);
  expect(await refused(match('M1', 'Q1', ['transfer', 'T2']), 400)).toEqual(unknown);
  expect(await refused(match('M1', 'B2', ['transfer', 'T2']), 400)).toEqual(['unknown-reference', '/rows/0/bankLine']);
});

test('a match of what was taken back since holds no more, and says so until it is taken back', async () => {
  await treasury.treasurer.post('/transfers', { rows: [moved('T1', '50.00')] }).expect(201);
  await bring(line('B1', '50.00', { bookedOn: '2025-08-31' }));
  await treasury.treasurer.post('/bank-matches', { rows: [match('M1', 'B1', ['transfer', 'T1'])] }).expect(201);
  await treasury.treasurer.post('/transfers/T1/reversal', { reason: 'never made' }).expect(201);
  expect(await matching()).toMatchObject({ items: [{ code: 'B1', state: 'unmatched', match: 'M1' }] });
});

test('twenty who match the same line at once match it once', async () => {
  await treasury.treasurer.post('/transfers', { rows: [moved('T1', '50.00')] }).expect(201);
  await bring(line('B1', '50.00', { bookedOn: '2025-08-31' }));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      treasury.treasurer.post('/bank-matches', { rows: [match(`M${i}`, 'B1', ['transfer', 'T1'])] }),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(19);
});
