import { hash } from 'node:crypto';
import { expenseRecordedV4, expenseReversedV4 } from '@ayni/contracts';
import { formatAmount } from '@ayni/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { photo } from '@ayni/testing/photo';
import type { TestService } from '@ayni/testing-service/service';
import fc from 'fast-check';
import { expense, grant, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
});
afterAll(() => service.stop());

const hashOf = (content: Buffer): string => hash('sha256', content);

test('an expense keeps the photo of its receipt, which comes back byte for byte', async () => {
  const content = photo();
  await treasury.treasurer.bring('/attachments', content).expect(201);
  const row = expense('E1', { attachments: [hashOf(content), hashOf(content)] });
  await treasury.treasurer.post('/expenses', { rows: [row] }).expect(201);
  const { body } = await treasury.treasurer.get('/expenses').expect(200);
  expect(body).toMatchObject({ items: [{ code: 'E1', attachments: [hashOf(content)] }] });
  const shown = await treasury.treasurer
    .get(`/attachments/${hashOf(content)}`)
    .buffer(true)
    .expect(200);
  expect(Buffer.compare(shown.body as Buffer, content)).toBe(0);
  // the same again is the same; with another receipt it is another expense
  await treasury.treasurer.post('/expenses', { rows: [row] }).expect(201);
  const other = await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(409);
  expect(other.body).toMatchObject({ code: 'code-taken' });
});

test('an expense names no receipt that is not kept, and a PDF that is none is refused', async () => {
  const unknown = await treasury.treasurer
    .post('/expenses', { rows: [expense('E1', { attachments: [hashOf(photo())] })] })
    .expect(400);
  expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/0/attachments/0' });
  const noPdf = await treasury.treasurer
    .bring('/attachments', Buffer.from('<html>receipt</html>'), { 'content-type': 'application/pdf' })
    .expect(400);
  expect(noPdf.body).toMatchObject({ code: 'attachment-type' });
  expect(await treasury.count('expenses')).toBe(0);
});

test('what others are told of an expense says nothing of its receipt', async () => {
  const content = photo();
  await treasury.treasurer.bring('/attachments', content).expect(201);
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { attachments: [hashOf(content)] })] }).expect(201);
  const told = (await service.told(treasury.coop)).filter(({ aggregate }) => aggregate === 'expense/E1');
  expect(told).toHaveLength(1);
  expect(told[0]?.data).not.toHaveProperty('attachments');
});

describe('a document of several lines', () => {
  const line = (category: string, amount: string, fundedBy = 'own'): object => ({ category, amount, fundedBy });
  const invoice = (code: string, lines: readonly object[], more: object = {}): object =>
    expense(code, { category: 'hardware', amount: '100.00', supplier: 'Ferretería', document: '77', lines, ...more });
  const LINES = [line('nails', '20.00'), line('film', '50.00', 'G1'), line('wire', '30.00')];
  const post = (...rows: object[]) => treasury.treasurer.post('/expenses', { rows });
  const grants = async (amount = '60.00'): Promise<void> => {
    await treasury.treasurer.post('/grants', { rows: [grant('G1', { amount })] }).expect(201);
  };

  test('is one entry, a posting for each line, and one payment; taken back it is taken back whole', async () => {
    await grants();
    await post(invoice('E1', LINES)).expect(201);
    const { body } = await treasury.treasurer.get('/expenses?fundedBy=G1').expect(200);
    expect(body.items).toMatchObject([
      { code: 'E1', amount: '100.00', supplier: 'Ferretería', lines: LINES.map((one, i) => ({ line: i + 1, ...one })) },
    ]);
    const entries = (await treasury.treasurer.get('/ledger/entries?source=expense').expect(200)).body.items;
    expect(entries).toMatchObject([{ code: 'E1', amount: '100.00' }]);
    expect(entries[0].lines).toMatchObject([
      { account: 'expenses', debit: '20.00' },
      { account: 'expenses', debit: '30.00' },
      { account: 'cash', credit: '50.00' },
      { account: 'restricted-funds', party: 'G1', debit: '50.00' },
      { account: 'restricted-cash', credit: '50.00' },
    ]);
    expect((await treasury.treasurer.get('/grants').expect(200)).body.items).toMatchObject([
      { spent: '50.00', left: '10.00' },
    ]);
    await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'twice' }).expect(201);
    expect(await treasury.balances()).toMatchObject({ expenses: '0.00', cash: '0.00', 'restricted-cash': '60.00' });
    const told = (await service.told(treasury.coop)).filter(({ aggregate }) => aggregate === 'expense/E1');
    expect(told.map(({ type }) => type)).toEqual([expenseRecordedV4.type, expenseReversedV4.type]);
    expect(told[0]?.data).not.toHaveProperty('supplier');
  });

  test('stands line by line in a table, each with its document', async () => {
    await grants();
    await post(invoice('E1', LINES), expense('E2')).expect(201);
    const { text } = await treasury.treasurer.get('/expenses', { accept: 'text/csv' }).expect(200);
    const rows = text.trim().split('\r\n');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['E1', 'E1', 'E1', 'E2']);
    expect(rows[0]).toContain('monto (líneas)');
  });

  test('sent again is the same; of one line it is the expense that says so itself', async () => {
    await grants();
    await post(invoice('E1', LINES)).expect(201);
    expect((await post(invoice('E1', LINES)).expect(201)).body).toMatchObject({ recorded: 0, unchanged: 1 });
    const swapped = await post(invoice('E1', [...LINES].reverse())).expect(409);
    expect(swapped.body).toMatchObject({ code: 'code-taken' });
    await post(expense('E2', { fundedBy: 'G1', amount: '5.00' })).expect(201);
    const only = expense('E2', { fundedBy: undefined, amount: '5.00', lines: [line('transport', '5.00', 'G1')] });
    expect((await post(only).expect(201)).body).toMatchObject({ recorded: 0, unchanged: 1 });
    const { items } = (await treasury.treasurer.get('/expenses').expect(200)).body;
    expect(items.map(({ lines }: { lines: unknown[] }) => lines.length)).toEqual([3, 0]);
  });

  test('is owed to its supplier for what own money is to pay, and paid no more than that', async () => {
    await grants();
    await post(invoice('E1', LINES, { paidFrom: 'later' })).expect(201);
    expect(await treasury.balances()).toMatchObject({ 'suppliers Ferretería': '50.00', 'restricted-cash': '10.00' });
    const pay = (code: string, amount: string) =>
      treasury.treasurer.post('/supplier-payments', {
        rows: [{ code, paidOn: '2025-08-20', expense: 'E1', paidFrom: 'cash', amount }],
      });
    expect((await pay('Y1', '50.01')).body).toMatchObject({ code: 'supplier-overpaid' });
    await pay('Y1', '50.00').expect(201);
    const back = await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'x' }).expect(409);
    expect(back.body.code).toBe('expense-paid');
  });

  test('is refused where its lines do not come to it, where it says beside them who paid, or a grant is short', async () => {
    await grants();
    const refused = async (row: object): Promise<unknown[]> => {
      const { status, body } = await post(row);
      return [status, body.code, body.pointer];
    };
    expect(await refused(invoice('E1', LINES, { amount: '99.99' }))).toEqual([400, 'bad-field', '/rows/0/amount']);
    expect(await refused(invoice('E1', LINES, { rest: '1.00', restFundedBy: 'G1' }))).toEqual([
      400,
      'bad-field',
      '/rows/0/rest',
    ]);
    expect(await refused(invoice('E1', LINES, { fundedBy: 'G1' }))).toEqual([400, 'bad-field', '/rows/0/fundedBy']);
    expect(await refused(invoice('E1', [line('nails', '100.00', 'G9'), line('wire', '0.00')]))).toEqual([
      400,
      'unknown-reference',
      '/rows/0/lines/0/fundedBy',
    ]);
    const short = [line('film', '40.00', 'G1'), line('film', '30.00', 'G1'), line('wire', '30.00')];
    expect(await refused(invoice('E1', short))).toEqual([409, 'grant-exhausted', '/rows/0/lines/1/amount']);
    expect(await refused(invoice('E1', [], {}))).toEqual([400, 'bad-field', '/rows/0/lines']);
    const trial = await treasury.treasurer
      .post('/expenses?trial=true', { rows: [invoice('E1', LINES), invoice('E2', LINES)] })
      .expect(200);
    expect(trial.body.faults).toMatchObject([{ code: 'grant-exhausted', pointer: '/rows/1/lines/1/amount' }]);
    expect([await treasury.count('expenses'), await treasury.count('expense_lines')]).toEqual([0, 0]);
  });

  test('changes no share, however it is split into lines', async () => {
    await treasury.open('2026');
    await treasury.treasurer.post('/grants', { rows: [grant('G1', { amount: '100000.00' })] }).expect(201);
    const figures = async (season: string): Promise<unknown> =>
      (await treasury.eva.get(`/seasons/${season}/figures`).expect(200)).body;
    const split = fc.record({
      own: fc.array(fc.bigInt({ min: 0n, max: 99_999n }), { minLength: 1, maxLength: 6 }),
      granted: fc.array(fc.bigInt({ min: 0n, max: 99_999n }), { maxLength: 4 }),
    });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(split, async ({ own, granted }) => {
        n += 1;
        const sum = (parts: readonly bigint[]): string =>
          formatAmount(
            parts.reduce((total, part) => total + part, 0n),
            2,
          );
        const parts = (amounts: readonly bigint[], source: string): object[] =>
          amounts.map((amount, i) => line(`part ${i}`, formatAmount(amount, 2), source));
        const [mine, theirs] = [sum(own), sum(granted)];
        await post(
          expense(`A${n}`, { amount: mine }),
          expense(`B${n}`, { amount: theirs, fundedBy: 'G1' }),
          invoice(`C${n}`, [...parts(granted, 'G1'), ...parts(own, 'own')], {
            spentOn: '2026-08-04',
            amount: sum([...own, ...granted]),
          }),
        ).expect(201);
        expect(await figures('2026')).toEqual(await figures('2025'));
      }),
      { numRuns: 12 },
    );
    const { items } = (await treasury.treasurer.get('/expenses?from=2026-07-01&limit=500').expect(200)).body;
    for (const { amount, lines } of items as { amount: string; lines: { amount: string }[] }[]) {
      const cents = (text: string): bigint => BigInt(text.replace('.', ''));
      expect(lines.reduce((total, one) => total + cents(one.amount), 0n)).toBe(cents(amount));
    }
  });
});
