import { expenseRecorded, expenseReversed, memberLeft } from '@ayni/contracts';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { advance, DAY, expense, grant, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

describe('expenses', () => {
  test('are entered, posted and told on in one step', async () => {
    const answer = await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(201);
    expect(answer.body).toMatchObject({
      recorded: 1,
      unchanged: 0,
      command: { events: { [expenseRecorded.type]: 1 } },
    });
    expect(await service.told(treasury.coop)).toMatchObject([
      { aggregate: 'expense/E1', seq: 1, data: { day: DAY, amount: '93.28', currency: 'BOB', fundedBy: 'own' } },
    ]);
    expect(await treasury.balances()).toEqual({ cash: '-93.28', expenses: '93.28' });
    const list = await treasury.integrator.get(`/expenses?from=${DAY}&to=${DAY}&fundedBy=own`).expect(200);
    expect(list.body.items).toMatchObject([{ code: 'E1', spentOn: DAY, amount: '93.28', reversal: null }]);
  });

  test('loaded again change nothing, others under a known code are refused with all that came along', async () => {
    await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(201);
    const again = await treasury.treasurer.post('/expenses', { rows: [expense('E1'), expense('E2')] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 1, unchanged: 1 });
    const rows = [expense('E3'), expense('E2', { amount: '93.29' })];
    const taken = await treasury.treasurer.post('/expenses', { rows }).expect(409);
    expect(taken.body).toMatchObject({ code: 'code-taken', pointer: '/rows/1/code' });
    const twice = await treasury.treasurer.post('/expenses', { rows: [expense('E4'), expense('E4')] }).expect(400);
    expect(twice.body).toMatchObject({ code: 'duplicate-code', pointer: '/rows/1/code' });
    expect(await treasury.balances()).toEqual({ cash: '-186.56', expenses: '186.56' });
  });

  test('are of own money where nobody says who paid, however that is written', async () => {
    const { fundedBy: _, ...silent } = expense('E1') as { fundedBy: string };
    await treasury.treasurer.post('/grants', { rows: [grant('G1')] }).expect(201);
    const rows = [
      silent,
      expense('E2', { fundedBy: 'OWN' }),
      expense('E3', { fundedBy: null }),
      expense('E4', { fundedBy: 'G1', rest: '3.28', restFundedBy: 'Own' }),
    ];
    await treasury.treasurer.post('/expenses', { rows }).expect(201);
    const { items } = (await treasury.treasurer.get('/expenses').expect(200)).body;
    expect(items.map((row: { fundedBy: string }) => row.fundedBy)).toEqual(['own', 'own', 'own', 'G1']);
    expect(items[3]).toMatchObject({ restFundedBy: 'own' });
    expect(await treasury.balances()).toMatchObject({ expenses: '283.12' });
    const again = ['E1', 'E2', 'E3'].map((code) => expense(code));
    expect((await treasury.treasurer.post('/expenses', { rows: again }).expect(201)).body.unchanged).toBe(3);
    const owner = await treasury.treasurer.post('/grants', { rows: [grant('OWN')] }).expect(400);
    expect(owner.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/code' });
  });

  test('and advances and grants need no note and no purpose', async () => {
    const { note: _, ...advanced } = advance('A1') as { note: string };
    await treasury.treasurer.post('/advances', { rows: [advanced] }).expect(201);
    const same = await treasury.treasurer.post('/advances', { rows: [advance('A1', { note: '' })] }).expect(201);
    expect(same.body).toMatchObject({ recorded: 0, unchanged: 1 });
    await treasury.treasurer.post('/grants', { rows: [grant('G1', { purpose: undefined })] }).expect(201);
    expect((await treasury.treasurer.get('/grants').expect(200)).body.items).toMatchObject([{ purpose: '' }]);
  });

  test('are done once under one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'k1' };
    const first = await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }, key).expect(201);
    const replay = await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }, key).expect(201);
    expect(replay.headers['idempotent-replay']).toBe('true');
    expect(replay.body).toEqual(first.body);
    const other = await treasury.treasurer.post('/expenses', { rows: [expense('E2')] }, key).expect(409);
    expect(other.body.code).toBe('idempotency-key-reused');
    expect(await treasury.count('ledger_entries')).toBe(1);
  });

  test('paid by a grant leave the result alone', async () => {
    await treasury.open();
    await treasury.trade();
    const before = (await treasury.eva.get('/seasons/2025/figures').expect(200)).body;
    const free = grant('G2', { restricted: false, amount: '5.00' });
    await treasury.treasurer.post('/grants', { rows: [grant('G1'), free] }).expect(201);
    const rows = [
      expense('E7', { fundedBy: 'G1', amount: '24093.56' }),
      expense('E8', { fundedBy: 'G2', amount: '2.00' }),
    ];
    await treasury.treasurer.post('/expenses', { rows }).expect(201);
    const after = (await treasury.eva.get('/seasons/2025/figures').expect(200)).body;
    expect(after).toEqual({ ...before, restrictedExpenses: '24095.56' });
    expect(before).toEqual({
      currency: 'BOB',
      revenue: '1000.00',
      saleLines: 2,
      receipts: 2,
      deliveriesCost: '100.00',
      ownExpenses: '93.28',
      restrictedExpenses: '0.00',
      result: '806.72',
    });
    expect(await treasury.balances()).toMatchObject({
      'restricted-cash': '23906.44',
      'restricted-funds G1': '23906.44',
      'donated-funds G2': '3.00',
    });
    const list = (await treasury.integrator.get('/grants').expect(200)).body.items;
    expect(list).toMatchObject([
      { code: 'G1', amount: '48000.00', spent: '24093.56', restricted: true },
      { code: 'G2', amount: '5.00', spent: '2.00', restricted: false },
    ]);
  });

  test('refuse a grant that is unknown, not entered yet, or taken back', async () => {
    const rows = [expense('E1'), expense('E2', { fundedBy: 'G1' })];
    const refused = await treasury.treasurer.post('/expenses', { rows }).expect(400);
    expect(refused.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/1/fundedBy' });
    await treasury.treasurer.post('/grants', { rows: [grant('G1')] }).expect(201);
    await treasury.treasurer.post('/grants/G1/reversal', { reason: 'never came' }).expect(201);
    await treasury.treasurer.post('/expenses', { rows }).expect(400);
    expect(await treasury.balances()).toEqual({ 'restricted-cash': '0.00', 'restricted-funds G1': '0.00' });
  });

  test('taken back net to nothing on their own day, once', async () => {
    await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(201);
    const answer = await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'typed twice' }).expect(201);
    expect(answer.body).toMatchObject({ reversed: 'E1', command: { events: { [expenseReversed.type]: 1 } } });
    const again = await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'typed twice' }).expect(409);
    expect(again.body.code).toBe('already-reversed');
    await treasury.treasurer.post('/expenses/E9/reversal', { reason: 'x' }).expect(404);
    expect(await treasury.balances('2025-08-03')).toEqual({});
    expect(await treasury.balances(DAY)).toEqual({ cash: '0.00', expenses: '0.00' });
    expect((await treasury.treasurer.get('/expenses').expect(200)).body.items).toMatchObject([
      { reversal: 'typed twice' },
    ]);
    const entries = (await treasury.treasurer.get('/ledger/entries?source=expense').expect(200)).body.items;
    expect(entries).toMatchObject([
      {
        day: DAY,
        posting: 'record',
        lines: [
          { account: 'expenses', debit: '93.28' },
          { account: 'cash', credit: '93.28' },
        ],
      },
      {
        day: DAY,
        posting: 'reversal',
        lines: [
          { account: 'expenses', credit: '93.28' },
          { account: 'cash', debit: '93.28' },
        ],
      },
    ]);
  });

  test('cannot be taken back once their season closes', async () => {
    await treasury.open();
    await treasury.trade();
    await treasury.close();
    for (const path of ['/expenses/E1', '/advances/A1'])
      expect((await treasury.treasurer.post(`${path}/reversal`, { reason: 'x' }).expect(409)).body.code).toBe(
        'season-closed',
      );
    expect((await treasury.treasurer.post('/grants', { rows: [grant('G1')] }).expect(409)).body.code).toBe(
      'season-closed',
    );
    expect((await treasury.treasurer.post('/advances', { rows: [advance('A2')] }).expect(409)).body.code).toBe(
      'season-closed',
    );
  });
});

describe('advances', () => {
  test('become what a member owes, and she sees her own alone', async () => {
    const rows = [advance('A1'), advance('A2', { member: '002', note: '' })];
    await treasury.treasurer.post('/advances', { rows }).expect(201);
    expect(await treasury.balances()).toEqual({
      cash: '-172.20',
      'member-advances 001': '86.10',
      'member-advances 002': '86.10',
    });
    expect((await treasury.eva.get('/advances').expect(200)).body.items).toMatchObject([{ code: 'A1', member: '001' }]);
    expect((await treasury.eva.get('/advances?member=002').expect(403)).body.code).toBe('not-yours');
    expect((await treasury.treasurer.get('/advances?member=002').expect(200)).body.items).toHaveLength(1);
    await treasury.integrator.get('/advances').expect(403);
  });

  test('refuse somebody who is not in the register', async () => {
    const refused = await treasury.treasurer
      .post('/advances', { rows: [advance('A1', { member: '099' })] })
      .expect(400);
    expect(refused.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/0/member' });
  });
});

describe('bad input', () => {
  const wrong: [string, object, string, string][] = [
    ['an amount that is no number', { amount: 'NaN' }, 'bad-amount', 'amount'],
    ['a negative amount', { amount: '-1.00' }, 'bad-amount', 'amount'],
    ['an amount as a number', { amount: 12.5 }, 'bad-amount', 'amount'],
    ['an amount of 10^30', { amount: `1${'0'.repeat(30)}` }, 'bad-amount', 'amount'],
    ['an amount that no sum could hold', { amount: '999999999999999.99' }, 'amount-too-large', 'amount'],
    ['three decimals', { amount: '1.005' }, 'bad-amount', 'amount'],
    ['a field that is not known', { owner: 'x' }, 'unknown-field', 'owner'],
    ['a code with signs around', { code: '-X' }, 'bad-field', 'code'],
  ];
  const routes: [string, (code: string, more: object) => object, string][] = [
    ['expenses', expense, 'spentOn'],
    ['grants', grant, 'receivedOn'],
    ['advances', advance, 'paidOn'],
  ];
  test.each(
    routes.flatMap(([route, row, day]) =>
      [
        ...wrong,
        ['a day that does not exist', { [day]: '2025-02-29' }, 'bad-day', day] as const,
        ['a day to come', { [day]: '2027-08-03' }, 'day-in-future', day] as const,
      ].map(([what, more, code, field]) => ({ route, row, what, more, code, field })),
    ),
  )('$route refuse $what and store nothing', async ({ route, row, more, code, field }) => {
    const refused = await treasury.treasurer.post(`/${route}`, { rows: [row('X1', {}), row('X2', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/1/${field}` }]);
    expect([await treasury.count(route), await treasury.count('ledger_entries')]).toEqual([0, 0]);
  });

  test('a grant cannot be called as own money is', async () => {
    const refused = await treasury.treasurer.post('/grants', { rows: [grant('own')] }).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/code' });
  });

  test.each(['expenses', 'grants', 'advances'])('%s are the treasurer’s to enter and to take back', async (route) => {
    for (const other of [treasury.president, treasury.manager, treasury.eva, treasury.integrator]) {
      await other.post(`/${route}`, { rows: [] }).expect(403);
      await other.post(`/${route}/X/reversal`, { reason: 'x' }).expect(403);
    }
  });
});

test('an advance is paid and a certificate sold to nobody after she left; those before that stand, and are the same when they are sent again', async () => {
  const rows = [advance('A1', { paidOn: '2025-08-05' })];
  await treasury.treasurer.post('/advances', { rows }).expect(201);
  const certificate = { code: 'K1', boughtOn: '2025-08-05', member: '001', count: 1, valueEach: '100.00' };
  await treasury.treasurer.post('/certificates', { rows: [certificate] }).expect(201);
  await service.hear(treasury.coop, (tx) =>
    tx.publish(memberLeft, 'member/001', 2, { number: '001', leftOn: DAY, reason: 'moved' }),
  );
  const again = await treasury.treasurer.post('/advances', { rows }).expect(201);
  expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
  await treasury.treasurer.post('/advances', { rows: [advance('A2')] }).expect(201);
  const late = [advance('A3', { paidOn: '2025-08-05' })];
  const refused = await treasury.treasurer.post('/advances', { rows: late }).expect(409);
  expect(refused.body).toMatchObject({ code: 'not-a-member-then', pointer: '/rows/0/member' });
  const held = await treasury.treasurer.post('/certificates', { rows: [certificate] }).expect(201);
  expect(held.body).toMatchObject({ recorded: 0, unchanged: 1 });
  const bought = await treasury.treasurer.post('/certificates', { rows: [{ ...certificate, code: 'K2' }] }).expect(409);
  expect(bought.body).toMatchObject({ code: 'not-a-member-then', pointer: '/rows/0/member' });
});
