import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { expenseRecordedV3 } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import fc from 'fast-check';
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

const charged = (code: string, amount: string, grantCode = 'G1'): object =>
  expense(code, { amount, fundedBy: grantCode });
const granted = async (amount = '1000.00'): Promise<void> => {
  await treasury.treasurer.post('/grants', { rows: [grant('G1', { amount })] }).expect(201);
};
const shown = async (): Promise<unknown[]> => (await treasury.treasurer.get('/grants').expect(200)).body.items;

describe('a grant', () => {
  test('pays what was agreed and no more; the rest is paid from another source', async () => {
    await granted();
    await treasury.treasurer.post('/expenses', { rows: [charged('E1', '800.00')] }).expect(201);
    const refused = await treasury.treasurer.post('/expenses', { rows: [charged('E2', '800.00')] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'grant-exhausted', pointer: '/rows/0/amount' });
    expect(refused.body.detail).toContain('200.00');
    expect(await shown()).toMatchObject([{ code: 'G1', amount: '1000.00', spent: '800.00', left: '200.00' }]);
    const parts = [charged('E2-G1', '200.00'), expense('E2-own', { amount: '600.00' })];
    await treasury.treasurer.post('/expenses', { rows: parts }).expect(201);
    expect(await shown()).toMatchObject([{ left: '0.00' }]);
  });

  test('counts what comes in one load together, and nothing twice that is sent again', async () => {
    await granted();
    const rows = [charged('E1', '600.00'), charged('E2', '400.01')];
    const refused = await treasury.treasurer.post('/expenses', { rows }).expect(409);
    expect(refused.body).toMatchObject({ code: 'grant-exhausted', pointer: '/rows/1/amount' });
    expect(await shown()).toMatchObject([{ spent: '0.00' }]);
    const exact = [charged('E1', '600.00'), charged('E2', '400.00')];
    await treasury.treasurer.post('/expenses', { rows: exact }).expect(201);
    const again = await treasury.treasurer.post('/expenses', { rows: exact }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 2 });
  });

  test('pays exactly what it holds where twenty charge it at once', async () => {
    await granted();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => treasury.treasurer.post('/expenses', { rows: [charged(`E${i}`, '80.00')] })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(answers.filter(({ body }) => body.code === 'grant-exhausted')).toHaveLength(8);
    expect(await shown()).toMatchObject([{ spent: '960.00', left: '40.00' }]);
    expect((await treasury.balances())['restricted-cash']).toBe('40.00');
  });

  test('is not taken back from under its expenses', async () => {
    await granted();
    await treasury.treasurer.post('/expenses', { rows: [charged('E1', '800.00')] }).expect(201);
    const refused = await treasury.treasurer.post('/grants/G1/reversal', { reason: 'a mistake' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'grant-in-use' });
    expect(refused.body.detail).toContain('800.00');
    await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'a mistake' }).expect(201);
    await treasury.treasurer.post('/grants/G1/reversal', { reason: 'a mistake' }).expect(201);
    expect(await treasury.balances()).toEqual({ 'restricted-cash': '0.00', 'restricted-funds G1': '0.00' });
  });

  test('of older books that is overspent is shown so, and takes no more', async () => {
    await granted();
    await treasury.treasurer.post('/expenses', { rows: [charged('E1', '800.00')] }).expect(201);
    await service.sql.query('UPDATE grants SET amount = 50000 WHERE coop_id = $1', [treasury.coop]);
    expect(await shown()).toMatchObject([{ amount: '500.00', spent: '800.00', left: '-300.00' }]);
    const refused = await treasury.treasurer.post('/expenses', { rows: [charged('E2', '0.01')] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'grant-exhausted' });
    await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'a mistake' }).expect(201);
    await treasury.treasurer.post('/expenses', { rows: [charged('E2', '500.00')] }).expect(201);
  });
});

describe('an expense that two sources pay', () => {
  const shared = (code: string, more: object = {}): object =>
    expense(code, { amount: '500.00', fundedBy: 'G1', rest: '200.00', restFundedBy: 'own', ...more });
  const record = (...rows: object[]) => treasury.treasurer.post('/expenses', { rows });

  test('is a cost for what own money paid, and charged to the grant for what that did', async () => {
    await treasury.open();
    await granted('300.00');
    await record(shared('E1')).expect(201);
    expect(await shown()).toMatchObject([{ spent: '300.00', left: '0.00' }]);
    expect((await treasury.treasurer.get('/seasons/2025/figures').expect(200)).body).toMatchObject({
      ...{ ownExpenses: '200.00', restrictedExpenses: '300.00', result: '-200.00' },
    });
    for (const source of ['own', 'G1'])
      expect((await treasury.treasurer.get(`/expenses?fundedBy=${source}`).expect(200)).body.items).toMatchObject([
        { code: 'E1', amount: '500.00', fundedBy: 'G1', rest: '200.00', restFundedBy: 'own' },
      ]);
    const told = (await service.told(treasury.coop)).filter(({ aggregate }) => aggregate === 'expense/E1');
    expect(told).toMatchObject([
      { type: expenseRecordedV3.type, data: { amount: '500.00', rest: '200.00', restFundedBy: 'own' } },
    ]);
    await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'a mistake' }).expect(201);
    expect(await treasury.balances()).toEqual({
      ...{ cash: '0.00', expenses: '0.00', 'restricted-cash': '300.00', 'restricted-funds G1': '300.00' },
    });
  });

  test('may be charged to two grants, each for no more than it has left', async () => {
    await granted('300.00');
    const second = grant('G2', { amount: '100.00', restricted: false });
    await treasury.treasurer.post('/grants', { rows: [second] }).expect(201);
    const refused = await record(shared('E1', { restFundedBy: 'G2' })).expect(409);
    expect(refused.body).toMatchObject({ code: 'grant-exhausted', pointer: '/rows/0/rest' });
    await record(shared('E1', { amount: '400.00', rest: '100.00', restFundedBy: 'G2' })).expect(201);
    expect(await shown()).toMatchObject([{ left: '0.00' }, { left: '0.00' }]);
  });

  test.each([
    ['/rows/0/restFundedBy', { restFundedBy: undefined }],
    ['/rows/0/rest', { rest: undefined }],
    ['/rows/0/rest', { rest: '500.00' }],
    ['/rows/0/rest', { rest: '0.00' }],
    ['/rows/0/restFundedBy', { restFundedBy: 'G1' }],
  ])('names both sources, with a part for each (%s)', async (pointer, more) => {
    await granted();
    const refused = await record(shared('E1', more)).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-field', pointer });
    expect(await treasury.count('expenses')).toBe(0);
  });
});

describe('the budget of a grant', () => {
  const lines = [
    { name: 'Carpas', amount: '700.00' },
    { name: 'Riego', amount: '300.00' },
  ];
  const budgeted = async (more: object = {}): Promise<void> => {
    const rows = [grant('G1', { amount: '1000.00', lines, ...more })];
    await treasury.treasurer.post('/grants', { rows }).expect(201);
  };
  const budget = async (of = 'G1'): Promise<[line: string | null, spent: string, left: string | null][]> => {
    const { body } = await treasury.treasurer.get(`/grant-budgets?grant=${of}`).expect(200);
    const items: { budgetLine: string | null; spent: string; left: string | null }[] = body.items;
    return items.map(({ budgetLine, spent, left }) => [budgetLine, spent, left]);
  };

  test('stands with its agreement as it was entered; one of which the lines do not add up is not kept', async () => {
    await budgeted({ document: 'Convenio 12/2025' });
    expect(await shown()).toMatchObject([
      { document: 'Convenio 12/2025', attachments: null, lines: lines.map((line, i) => ({ ...line, line: i + 1 })) },
    ]);
    const { body } = await treasury.treasurer.get('/grant-budgets').expect(200);
    expect(body.items).toEqual([
      { grant: 'G1', budgetLine: 'Carpas', agreed: '700.00', spent: '0.00', left: '700.00' },
      { grant: 'G1', budgetLine: 'Riego', agreed: '300.00', spent: '0.00', left: '300.00' },
    ]);
    const refusedOf = async (more: object): Promise<unknown> =>
      (await treasury.treasurer.post('/grants', { rows: [grant('G2', { amount: '1000.00', ...more })] }).expect(400))
        .body;
    expect(await refusedOf({ lines: lines.slice(1) })).toMatchObject({ code: 'bad-field', pointer: '/rows/0/amount' });
    const twice = [...lines.slice(0, 1), { name: 'CARPAS', amount: '300.00' }];
    expect(await refusedOf({ lines: twice })).toMatchObject({ code: 'bad-field', pointer: '/rows/0/lines/1/name' });
    expect(await refusedOf({ attachments: ['0'.repeat(64)] })).toMatchObject({
      ...{ code: 'unknown-reference', pointer: '/rows/0/attachments/0' },
    });
    expect(await treasury.count('grants')).toBe(1);
    expect(await treasury.count('grant_lines')).toBe(2);
  });

  test('says of each line what is left, below nothing too, as expenses, their lines and assets come and go', async () => {
    await budgeted();
    await treasury.treasurer.post('/grants', { rows: [grant('G2', { amount: '50.00' })] }).expect(201);
    const rows = [
      charged('E1', '100.00'),
      expense('E2', { amount: '320.00', fundedBy: 'G1', budgetLine: ' riego' }),
      expense('E3', { amount: '90.00', fundedBy: 'G1', budgetLine: 'Carpas', rest: '30.00', restFundedBy: 'own' }),
      expense('E4', {
        amount: '55.00',
        lines: [
          { category: 'film', amount: '40.00', fundedBy: 'G1', budgetLine: 'Carpas' },
          { category: 'rope', amount: '15.00', fundedBy: 'own' },
        ],
      }),
      expense('E5', { amount: '60.00', fundedBy: 'G2', rest: '10.00', restFundedBy: 'G1' }),
    ];
    await treasury.treasurer.post('/expenses', { rows }).expect(201);
    const asset = { code: 'C1', boughtOn: DAY, name: 'Carpa', amount: '200.00', fundedBy: 'G1', budgetLine: 'Carpas' };
    await treasury.treasurer.post('/assets', { rows: [asset] }).expect(201);
    expect(await budget('g1')).toEqual([
      ['Carpas', '300.00', '400.00'],
      ['Riego', '320.00', '-20.00'],
      [null, '110.00', null],
    ]);
    expect(await budget('G2')).toEqual([]);
    expect((await treasury.treasurer.get('/expenses').expect(200)).body.items).toMatchObject([
      ...[{ budgetLine: null }, { budgetLine: 'Riego' }, { budgetLine: 'Carpas' }],
      ...[{ budgetLine: null, lines: [{ budgetLine: 'Carpas' }, { budgetLine: null }] }, {}],
    ]);
    for (const gone of ['expenses/E1', 'expenses/E2', 'expenses/E4', 'expenses/E5', 'assets/C1'])
      await treasury.treasurer.post(`/${gone}/reversal`, { reason: 'a mistake' }).expect(201);
    expect(await budget()).toEqual([
      ['Carpas', '60.00', '640.00'],
      ['Riego', '0.00', '300.00'],
    ]);
  });

  test('is named by what it pays alone: not by own money, nor is a line of another grant known', async () => {
    await budgeted();
    const other = [{ name: 'Semilla', amount: '50.00' }];
    await treasury.treasurer.post('/grants', { rows: [grant('G2', { amount: '50.00', lines: other })] }).expect(201);
    const refusedOf = async (path: string, row: object): Promise<unknown> =>
      (await treasury.treasurer.post(path, { rows: [row] }).expect(400)).body;
    const named = { amount: '10.00', fundedBy: 'G1', budgetLine: 'Semilla' };
    const unknown = { code: 'unknown-reference', pointer: '/rows/0/budgetLine' };
    expect(await refusedOf('/expenses', expense('E1', named))).toMatchObject(unknown);
    const asset = { ...named, code: 'C1', boughtOn: DAY, name: 'Carpa' };
    expect(await refusedOf('/assets', asset)).toMatchObject(unknown);
    const inLines = [
      { category: 'film', amount: '4.00', fundedBy: 'G1', budgetLine: 'Carpas' },
      { category: 'rope', amount: '6.00', fundedBy: 'G1', budgetLine: 'Semilla' },
    ];
    const many = expense('E1', { amount: '10.00', lines: inLines });
    expect(await refusedOf('/expenses', many)).toMatchObject({ pointer: '/rows/0/lines/1/budgetLine' });
    const own = expense('E1', { ...named, fundedBy: 'own' });
    expect(await refusedOf('/expenses', own)).toMatchObject({ code: 'bad-field', pointer: '/rows/0/budgetLine' });
    const both = { ...many, budgetLine: 'Carpas' };
    expect(await refusedOf('/expenses', both)).toMatchObject({ pointer: '/rows/0/budgetLine' });
    expect(await treasury.count('expenses')).toBe(0);
    const [only] = inLines;
    const one = expense('E1', { amount: '4.00', category: 'film', lines: [only] });
    await treasury.treasurer.post('/expenses', { rows: [one] }).expect(201);
    const same = expense('E1', { ...only });
    const again = await treasury.treasurer.post('/expenses', { rows: [same] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
  });
});

test('grants, their money, their expenses and assets, in any order, change no figure of the result', async () => {
  await treasury.open();
  await treasury.trade();
  const figures = async (): Promise<object> => {
    const { restrictedExpenses: _, ...own } = (await treasury.treasurer.get('/seasons/2025/figures').expect(200)).body;
    return own;
  };
  const before = await figures();
  const code = fc.integer({ min: 1, max: 3 });
  const amount = fc.integer({ min: 0, max: 50 }).map((whole) => `${whole}.00`);
  const day = fc.constantFrom('2025-08-03', DAY, '2025-08-05');
  const step = fc.oneof(
    fc.record({ does: fc.constant('grant'), code, amount, day, restricted: fc.boolean(), whole: fc.boolean() }),
    fc.record({ does: fc.constantFrom('spend', 'buy', 'dispose', 'receive', 'refund'), code, amount, day, of: code }),
    fc.record({ does: fc.constantFrom(...KINDS), code }),
  );
  const loadOf = (path: string, row: object): [string, object] => [path, { rows: [row] }];
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
      run += 1;
      const commandOf = (each: (typeof steps)[number]): [string, object] => {
        const name = `${run}-${each.code}`;
        if ('restricted' in each) {
          const days = each.whole ? { receivedOn: each.day } : { receivedOn: undefined, agreedOn: each.day };
          return loadOf('/grants', grant(name, { amount: each.amount, restricted: each.restricted, ...days }));
        }
        if (!('of' in each)) return [`/${each.does}/${name}/reversal`, { reason: 'a mistake' }];
        const moved = { code: name, amount: each.amount, grant: `${run}-${each.of}` };
        if (each.does === 'receive') return loadOf('/grant-receipts', { ...moved, receivedOn: each.day });
        if (each.does === 'refund') return loadOf('/grant-refunds', { ...moved, refundedOn: each.day });
        if (each.does === 'spend')
          return loadOf(
            '/expenses',
            expense(name, {
              ...{ amount: each.amount, fundedBy: moved.grant, spentOn: each.day },
              ...(each.code > 1 ? { budgetLine: 'Carpas' } : {}),
            }),
          );
        const lasting = { code: name, amount: each.amount, name: 'Carpa', boughtOn: each.day, lifeDays: 30 };
        if (each.does === 'buy') return loadOf('/assets', { ...lasting, fundedBy: moved.grant });
        const disposed = { code: name, amount: each.amount, asset: moved.grant, disposedOn: each.day, into: 'bank' };
        return loadOf('/asset-disposals', { ...disposed, how: 'scrapped', reason: 'broken' });
      };
      const codes = [1, 2, 3].map((n) => `${run}-${n}`);
      const rows = codes.map((each) => grant(each, { amount: '60.00', restricted: run % 2 > 0, lines: BUDGET }));
      await treasury.treasurer.post('/grants', { rows }).expect(201);
      const bought = { name: 'Carpa', amount: '20.00', boughtOn: '2025-08-03', lifeDays: 30 };
      const lasting = codes.map((each) => ({ ...bought, code: each, fundedBy: each, budgetLine: 'Carpas' }));
      await treasury.treasurer.post('/assets', { rows: lasting }).expect(201);
      // whatever comes by chance, every other run begins with one that is taken
      const certain = { does: 'dispose', code: 1, amount: '5.00', day: DAY, of: (run % 3) + 1 } as const;
      for (const each of run % 2 > 0 ? [certain, ...steps] : steps) {
        const { status } = await treasury.treasurer.post(...commandOf(each));
        expect(status).toBeLessThan(500);
      }
      expect(await figures()).toEqual(before);
      await booksAgree();
    }),
    { numRuns: 15 },
  );
  expect(await treasury.count('asset_disposals')).toBeGreaterThan(3);
});

/** Budget lines of a grant of the property. */
const BUDGET = [
  { name: 'Carpas', amount: '40.00' },
  { name: 'Riego', amount: '20.00' },
];

/** What is taken back of them. */
const KINDS = ['grants', 'expenses', 'assets', 'asset-disposals', 'grant-receipts', 'grant-refunds'] as const;

/** That the ledger says of each grant what the list says, and that no money of grants is below nothing. */
async function booksAgree(): Promise<void> {
  const balances = await treasury.balances();
  const listed: { code: string; restricted: boolean; reversal: string | null; owed: string; left: string }[] = (
    await treasury.treasurer.get('/grants?limit=500').expect(200)
  ).body.items;
  for (const { code, reversal, owed, left } of listed) {
    if (reversal === null) expect([code, owed]).toEqual([code, balances[`grants-receivable ${code}`] ?? '0.00']);
    expect([code, left]).toEqual([code, expect.not.stringMatching(/^-/)]);
  }
  for (const [account, balance] of Object.entries(balances))
    if (/^(restricted|donated|grants|asset-grants|assets)/.test(account))
      expect([account, balance]).toEqual([account, expect.not.stringMatching(/^-/)]);
}
