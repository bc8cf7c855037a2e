import { saleRecorded } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pdfLines } from '@ayni/testing/pdf-lines';
import type { TestService } from '@ayni/testing-service/service';
import { DAY, sale, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

type Answer = { readonly status: number; readonly body: { readonly code: string; readonly pointer: string } };
const post = async (path: string, row: object, status = 201): Promise<Answer> =>
  treasury.treasurer.post(path, { rows: [row] }).expect(status);
const reverse = async (path: string, status = 201): Promise<Answer> =>
  treasury.treasurer.post(`/${path}/reversal`, { reason: 'a mistake' }).expect(status);

const loan = (code: string, amount: string, member = '001', paidOn = DAY): Promise<Answer> =>
  post('/loans', { code, paidOn, member, amount });
const repay = (code: string, debt: string, amount: string, status = 201, paidOn = DAY): Promise<Answer> =>
  post('/repayments', { code, paidOn, debt, amount }, status);
const debts = async (): Promise<unknown[]> =>
  (await treasury.treasurer.get('/debts').expect(200)).body.items.map(
    ({ code, kind, left }: Record<string, string>) => `${kind} ${code} ${left}`,
  );

const RULES = {
  ruleSet: {
    code: 'equal',
    steps: [{ kind: 'fund', fund: 'education', percent: '10.00', of: 'result', rounding: 'up' }],
    bases: [{ basis: 'equal', percent: '100.00' }],
    offsets: { order: ['loan', 'fine', 'advance'] },
  },
};

/** Sales of 1000.00, shared equally by three: 300.00 each. */
async function closed(rules: object = RULES): Promise<void> {
  await treasury.open('2025', rules);
  await service.hear(treasury.coop, (tx) => tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '1000.00')));
  await treasury.close();
}

describe('what a member owes', () => {
  test('is lent, lowered by what she brings back and never below nothing, and seen by herself alone', async () => {
    await loan('L1', '100.00');
    await post('/fines', { code: 'M1', imposedOn: DAY, member: '003', amount: '20.00' });
    await repay('P1', 'L1', '30.00');
    const refused = await repay('P2', 'L1', '70.01', 409);
    expect(refused.body).toMatchObject({ code: 'debt-overpaid', pointer: '/rows/0/amount' });
    expect(await debts()).toEqual(['loan L1 70.00', 'fine M1 20.00']);
    const own = await treasury.eva.get('/debts').expect(200);
    expect(own.body.items).toMatchObject([{ code: 'L1', repaid: '30.00', left: '70.00' }]);
    expect(await treasury.balances()).toMatchObject({
      ...{ 'member-loans 001': '70.00', 'member-fines 003': '20.00', fines: '20.00', cash: '-70.00' },
    });
    // it is no revenue of any season
    await treasury.open();
    const figures = await treasury.treasurer.get('/seasons/2025/figures').expect(200);
    expect(figures.body).toMatchObject({ revenue: '0.00', ownExpenses: '0.00', result: '0.00' });
  });

  test('is brought back once where twenty desks do it at the same moment', async () => {
    await loan('L1', '100.00');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        treasury.treasurer.post('/repayments', {
          rows: [{ code: `P${i}`, paidOn: DAY, debt: 'L1', amount: '30.00' }],
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await debts()).toEqual(['loan L1 10.00']);
  });

  test('is not brought back before she owed it, nor under a code that no debt has', async () => {
    await loan('L1', '100.00', '001', '2025-08-10');
    expect((await repay('P1', 'L1', '1.00', 400)).body).toMatchObject({ code: 'wrong-order' });
    expect((await repay('P1', 'L9', '1.00', 400)).body).toMatchObject({ code: 'unknown-reference' });
    for (const code of ['L1', 'l1']) {
      const taken = await post('/fines', { code, imposedOn: DAY, member: '001', amount: '1.00' }, 409);
      expect(taken.body).toMatchObject({ code: 'code-taken', pointer: '/rows/0/code' });
    }
  });

  test('of two kinds takes a code once where desks enter both at the same moment', async () => {
    for (let i = 0; i < 10; i++) {
      const [code, member, amount] = [`X${i}`, '001', '1.00'];
      const both = await Promise.all([
        treasury.treasurer.post('/loans', { rows: [{ code, member, amount, paidOn: DAY }] }),
        treasury.treasurer.post('/fines', { rows: [{ code, member, amount, imposedOn: DAY }] }),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    }
    expect(await debts()).toHaveLength(10);
  });

  test('is lent to be brought back by agreed days, and what is overdue is said on every day', async () => {
    const agreed = { paidOn: '2025-08-04', member: '001', amount: '100.00', firstDueOn: '2025-08-31' };
    await post('/loans', { code: 'L1', ...agreed, instalments: 3 });
    const due = async (): Promise<object> => (await treasury.treasurer.get('/debts').expect(200)).body.items[0];
    const overdue = async (on: string): Promise<unknown> =>
      (await treasury.treasurer.get(`/ledger/debts?on=${on}`).expect(200)).body.items.map(
        ({ overdue: late }: { overdue: string }) => late,
      );
    expect(await due()).toMatchObject({ left: '100.00', dueOn: '2025-08-31', due: '33.33' });
    expect(await overdue('2025-08-31')).toEqual(['0.00']);
    expect(await overdue('2025-09-01')).toEqual(['33.33']);
    await repay('P1', 'L1', '50.00', 201, '2025-09-15');
    // the last day of a month that has no 31st
    expect(await due()).toMatchObject({ left: '50.00', dueOn: '2025-09-30', due: '16.66' });
    expect(await overdue('2025-09-10')).toEqual(['33.33']);
    const parts = async (who = treasury.treasurer): Promise<unknown[]> =>
      (await who.get('/accounts/members/001/instalments').expect(200)).body.items.map(
        ({ loan: of, dueOn, amount, left }: Record<string, string>) => `${of} ${dueOn} ${amount} ${left}`,
      );
    const plan = ['L1 2025-08-31 33.33 0.00', 'L1 2025-09-30 33.33 16.66', 'L1 2025-10-31 33.34 33.34'];
    expect(await parts()).toEqual(plan);
    expect(await parts(treasury.eva)).toEqual(plan);
    await treasury.eva.get('/accounts/members/002/instalments').expect(403);
    expect((await treasury.treasurer.get('/accounts/members/002/instalments').expect(200)).body.items).toEqual([]);
    expect(await overdue('2025-09-15')).toEqual(['0.00']);
    expect(await overdue('2025-11-01')).toEqual(['50.00']);
    await repay('P2', 'L1', '50.00', 201, '2025-11-02');
    expect(await due()).toMatchObject({ dueOn: null, due: null });
    const { paidOn, member, amount } = agreed;
    const none = await post('/loans', { code: 'L2', paidOn, member, amount, instalments: 2 }, 400);
    expect(none.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/firstDueOn' });
    const early = await post('/loans', { code: 'L2', ...agreed, firstDueOn: '2025-08-03' }, 400);
    expect(early.body).toMatchObject({ code: 'wrong-order', pointer: '/rows/0/firstDueOn' });
  });

  test('is overdue by what of the agreed parts neither she nor a run brought, on every day', async () => {
    const agreed = { paidOn: DAY, member: '001', amount: '600.00', firstDueOn: '2025-08-31', instalments: 3 };
    await post('/loans', { code: 'L1', ...agreed });
    await repay('P1', 'L1', '50.00', 201, '2026-06-30');
    await closed();
    await treasury.shareOut();
    const overdue = async (on: string): Promise<unknown> =>
      (await treasury.treasurer.get(`/ledger/debts?on=${on}`).expect(200)).body.items
        .filter(({ account }: { account: string }) => account === 'member-loans')
        .map(({ total, overdue: late }: Record<string, string>) => `${late} of ${total}`);
    expect(await overdue('2025-09-30')).toEqual(['200.00 of 600.00']);
    expect(await overdue('2025-10-01')).toEqual(['400.00 of 600.00']);
    expect(await overdue('2026-06-29')).toEqual(['600.00 of 600.00']);
    expect(await overdue('2026-06-30')).toEqual(['550.00 of 550.00']);
    expect(await overdue('2027-08-02')).toEqual(['250.00 of 250.00']);
  });

  test('is not taken back while something was brought back of it', async () => {
    await loan('L1', '100.00');
    await repay('P1', 'L1', '30.00');
    expect((await reverse('loans/L1', 409)).body).toMatchObject({ code: 'debt-in-use' });
    await reverse('repayments/P1');
    await reverse('loans/L1');
    expect(await debts()).toEqual([]);
    expect(await treasury.balances()).toMatchObject({ cash: '0.00', 'member-loans 001': '0.00' });
  });

  test('is set off against her share, and what she had brought back by then goes to her household', async () => {
    await loan('L1', '200.00');
    await closed();
    const run = await treasury.calculate();
    await treasury.propose(run);
    await treasury.resolve('1', [await treasury.sharesOf(run)]);
    // after the season's last day: the run does not know of it
    await repay('P1', 'L1', '150.00', 201, '2027-07-30');
    await treasury.president.post(`/runs/${run}/approval`, { resolution: '1' }).expect(201);
    const { outcome } = (await treasury.president.get(`/runs/${run}`).expect(200)).body;
    expect(outcome.members[0]).toMatchObject({ share: '300.00', offset: '200.00', debtLeft: '0.00' });
    expect(await debts()).toEqual(['loan L1 0.00']);
    expect(await treasury.balances()).toMatchObject({ 'member-loans 001': '0.00', 'household-credit F01': '150.00' });
    const verified = await treasury.president.get(`/runs/${run}/verification`).expect(200);
    expect(verified.body).toMatchObject({ equal: true });
  });
});

describe('a fund', () => {
  test('is used under a resolution that covers so much of it, and never beyond what is in it', async () => {
    await closed();
    await treasury.shareOut();
    const use = (code: string, amount: string, status = 201, resolution = '5'): Promise<Answer> =>
      post('/fund-uses', { code, usedOn: DAY2, fund: 'education', amount, purpose: 'books', resolution }, status);
    const lets = (
      number: string,
      amount: string,
      { fund = 'education', ...more }: { fund?: string; votesFor?: number; adoptedOn?: string } = {},
    ): Promise<void> => treasury.resolve(number, [{ kind: 'fund-use', fund, amount }], { adoptedOn: DAY2, ...more });
    await lets('5', '60.00');
    await lets('6', '600.00');
    await lets('7', '60.00', { votesFor: 1 });
    await use('U1', '40.00');
    expect((await use('U2', '20.01', 409)).body).toMatchObject({ code: 'resolution-exhausted' });
    expect((await use('U2', '60.01', 409, '6')).body).toMatchObject({ code: 'fund-exhausted' });
    expect((await use('U2', '1.00', 409, '7')).body).toMatchObject({ code: 'resolution-not-carried' });
    await lets('8', '60.00', { fund: 'legal-reserve' });
    expect((await use('U2', '1.00', 409, '8')).body).toMatchObject({ code: 'resolution-covers-other' });
    expect((await use('U2', '1.00', 400, '99')).body).toMatchObject({ code: 'unknown-reference' });
    await lets('9', '60.00', { adoptedOn: '2026-07-31' });
    expect((await use('U2', '1.00', 409, '9')).body).toMatchObject({
      code: 'before-resolution',
      pointer: '/rows/0/usedOn',
    });
    expect(await treasury.balances()).toMatchObject({ 'funds education': '60.00' });
    await reverse('fund-uses/U1');
    expect(await treasury.balances()).toMatchObject({ 'funds education': '100.00' });
  });

  test('is used once where twenty desks do it at the same moment', async () => {
    await closed();
    await treasury.shareOut();
    const covers = [{ kind: 'fund-use', fund: 'education', amount: '1000.00' }];
    await treasury.resolve('5', covers, { adoptedOn: DAY2 });
    const row = { usedOn: DAY2, fund: 'education', amount: '60.00', purpose: 'books', resolution: '5' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        treasury.treasurer.post('/fund-uses', { rows: [{ ...row, code: `U${i}` }] }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

/** A day after the season. */
const DAY2 = '2026-07-30';

describe('certificates', () => {
  const buy = (code: string, more: object = {}): Promise<Answer> =>
    post('/certificates', { code, boughtOn: '2024-01-10', member: '001', count: 2, valueEach: '100.00', ...more });
  const giveUp = (code: string, certificate: string, withdrawnOn: string, status = 201): Promise<Answer> =>
    post('/certificate-withdrawals', { code, certificate, withdrawnOn }, status);

  test('weigh by the days on which she held them, the first and the last included, and cap a reserve', async () => {
    await buy('K1');
    await buy('K2', { member: '002', boughtOn: '2025-07-10', count: 1 });
    await buy('K3', { member: '003', boughtOn: '2026-06-30', count: 3 });
    await giveUp('Z1', 'K2', '2025-07-19');
    await closed({
      ruleSet: {
        code: 'by-certificates',
        steps: [
          {
            ...{ kind: 'fund', fund: 'legal-reserve', percent: '50.00', of: 'result', rounding: 'up' },
            cap: { percent: '10.00', of: 'share-capital' },
          },
        ],
        bases: [{ basis: 'certificate-days', percent: '100.00' }],
      },
    });
    const run = await treasury.calculate();
    const { body: frozen } = await treasury.president.get(`/runs/${run}/case`).expect(200);
    expect(frozen.books.balances).toEqual({ 'share-capital': '500.00' });
    expect(frozen.members.map(({ weights }: { weights: object }) => weights)).toMatchObject([
      { 'certificate-days': '730' },
      { 'certificate-days': '10' },
      { 'certificate-days': '3' },
    ]);
    const { outcome } = (await treasury.president.get(`/runs/${run}`).expect(200)).body;
    expect(outcome.funds).toMatchObject([{ fund: 'legal-reserve', amount: '50.00' }]);
  });

  test('stand in a register by number, in which what was taken back keeps its own', async () => {
    for (const code of ['K1', 'K2', 'K3']) await buy(code, code === 'K3' ? { member: '003' } : {});
    await reverse('certificates/K2');
    await giveUp('Z1', 'K1', DAY);
    const register = async (who = treasury.treasurer, query = ''): Promise<object[]> =>
      (await who.get(`/certificate-register${query}`).expect(200)).body.items;
    expect(await register()).toMatchObject([
      { entry: 1, code: 'K1', member: '001', withdrawnOn: DAY, reversal: null },
      { entry: 2, code: 'K2', withdrawnOn: null, reversal: 'a mistake' },
      { entry: 3, code: 'K3', member: '003', count: 2, amount: '200.00' },
    ]);
    expect(await register(treasury.eva)).toMatchObject([{ entry: 1 }, { entry: 2 }]);
    expect(await register(treasury.treasurer, '?member=003')).toMatchObject([{ entry: 3 }]);
    // numbers follow one another, however many are entered at once and under whatever codes
    await Promise.all(['B', 'A', 'Z', 'M', 'C'].map((code) => buy(code)));
    const bought = { boughtOn: '2024-01-10', member: '001', count: 2, valueEach: '100.00' };
    const rows = ['Y2', 'Y1'].map((code) => ({ code, ...bought }));
    await treasury.treasurer.post('/certificates', { rows }).expect(201);
    expect((await register()).map((entry) => Reflect.get(entry, 'entry'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await register()).slice(-2)).toMatchObject([{ code: 'Y1' }, { code: 'Y2' }]);
  });

  describe('that are paid in parts', () => {
    const paid = async (): Promise<unknown[]> =>
      (await treasury.treasurer.get('/certificates').expect(200)).body.items.map(
        ({ code, amount, paid: by }: Record<string, string>) => `${code} ${by} of ${amount}`,
      );

    test('are owed under their code, and hers of the capital as far as she brought it', async () => {
      await buy('K1', { paidAtOnce: '50.00' });
      expect(await debts()).toEqual(['certificate K1 150.00']);
      expect((await repay('P1', 'K1', '150.01', 409)).body).toMatchObject({ code: 'debt-overpaid' });
      await repay('P1', 'K1', '100.00');
      expect(await paid()).toEqual(['K1 150.00 of 200.00']);
      expect(await treasury.balances()).toMatchObject({
        ...{ 'certificates 001': '200.00', 'certificates-owed 001': '-50.00', cash: '150.00' },
      });
      const { body: register } = await treasury.eva.get('/certificate-register').expect(200);
      expect(register.items).toMatchObject([{ code: 'K1', amount: '200.00', paid: '150.00' }]);
      const { body: ages } = await treasury.treasurer.get('/ledger/debts?on=2025-08-31').expect(200);
      expect(ages.items).toMatchObject([
        { kind: 'receivable', account: 'certificates-owed', party: '001', total: '50.00', over90Days: '50.00' },
      ]);
      const paper = await treasury.eva.get('/certificates/K1/papers/certificate').expect(200);
      expect(paper.headers['content-type']).toBe('application/pdf');
      expect((await reverse('certificates/K1', 409)).body).toMatchObject({ code: 'debt-in-use' });
      await reverse('repayments/P1');
      await reverse('certificates/K1');
      expect(await debts()).toEqual([]);
    });

    test('are not paid beyond what they are worth, and not owed under the code of another debt', async () => {
      await loan('K1', '10.00');
      const row = { boughtOn: DAY, member: '001', count: 1, valueEach: '100.00' };
      const refused = async (more: object): Promise<unknown> =>
        (await post('/certificates', { ...row, ...more }, 409)).body;
      expect(await refused({ code: 'K1', paidAtOnce: '0.00' })).toMatchObject({ code: 'code-taken' });
      expect(await refused({ code: 'K2', paidAtOnce: '100.01' })).toMatchObject({
        ...{ code: 'debt-overpaid', pointer: '/rows/0/paidAtOnce' },
      });
      // all of it at once is no part
      await buy('K1', { ...row, paidAtOnce: '100.00' });
      expect(await debts()).toEqual(['loan K1 10.00']);
    });

    test('are paid once where twenty desks take the same part at the same moment', async () => {
      await buy('K1', { paidAtOnce: '0.00' });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          treasury.treasurer.post('/repayments', {
            rows: [{ code: `P${i}`, paidOn: DAY, debt: 'K1', amount: '60.00' }],
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
      expect(await paid()).toEqual(['K1 180.00 of 200.00']);
    });

    test('weigh by whole ones from the day on which they were paid, and are capital as far as they were', async () => {
      await buy('K1', { boughtOn: '2025-07-01', count: 3, paidAtOnce: '50.00' });
      await repay('P1', 'K1', '100.00', 201, '2026-06-21');
      await repay('P2', 'K1', '20.00', 201, '2026-06-29');
      await repay('P3', 'K1', '40.00', 201, '2026-06-29');
      await buy('K2', { member: '002', boughtOn: '2026-06-01', paidAtOnce: '100.00' });
      await giveUp('Z1', 'K2', '2026-06-10');
      await closed({
        ruleSet: { code: 'by-certificates', steps: [], bases: [{ basis: 'certificate-days', percent: '100.00' }] },
      });
      const { body: frozen } = await treasury.president.get(`/runs/${await treasury.calculate()}/case`).expect(200);
      expect(frozen.members.map(({ weights }: { weights: object }) => weights)).toMatchObject([
        { 'certificate-days': '12' },
        { 'certificate-days': '10' },
        { 'certificate-days': '0' },
      ]);
      expect(frozen.books.balances).toEqual({ 'share-capital': '210.00' });
      expect(frozen.members[0].debts).toEqual([{ code: 'K1', kind: 'certificate', amount: '90.00' }]);
    });

    test('are paid by her share where the rules set it off, and count from then on', async () => {
      await buy('K1', { paidAtOnce: '150.00' });
      await closed({ ruleSet: { ...RULES.ruleSet, offsets: { order: ['certificate'] } } });
      const run = await treasury.shareOut();
      expect(await paid()).toEqual(['K1 200.00 of 200.00']);
      expect(await treasury.balances()).toMatchObject({ 'certificates-owed 001': '0.00' });
      const verified = await treasury.president.get(`/runs/${run}/verification`).expect(200);
      expect(verified.body).toMatchObject({ equal: true });
    });

    test('give back what was paid in to who leaves, and are transferred once they are paid', async () => {
      await buy('K1', { paidAtOnce: '50.00' });
      await repay('P1', 'K1', '30.00');
      const settled = await treasury.eva.get('/accounts/members/001/settlement').expect(200);
      expect(settled.body).toMatchObject({
        certificates: [{ code: 'K1', amount: '200.00' }],
        debts: [{ kind: 'certificate', code: 'K1', left: '120.00' }],
        toPay: '80.00',
      });
      const passed = { code: 'T1', certificate: 'K1', transferredOn: DAY, taker: '003', count: 2 };
      expect((await post('/certificate-transfers', passed, 409)).body).toMatchObject({ code: 'certificate-unpaid' });
      const early = await post(
        '/certificate-withdrawals',
        { code: 'Z1', certificate: 'K1', withdrawnOn: '2025-08-03' },
        400,
      );
      expect(early.body).toMatchObject({ code: 'wrong-order', pointer: '/rows/0/withdrawnOn' });
      await giveUp('Z1', 'K1', DAY);
      const { body: gone } = await treasury.treasurer.get('/certificate-withdrawals').expect(200);
      expect(gone.items).toMatchObject([{ amount: '80.00', unpaid: '120.00' }]);
      expect(await debts()).toEqual(['certificate K1 0.00']);
      expect(await treasury.balances()).toMatchObject({ 'certificates 001': '0.00', cash: '0.00' });
      await repay('P2', 'K1', '1.00', 409);
      await reverse('certificate-withdrawals/Z1');
      await repay('P2', 'K1', '120.00');
      await post('/certificate-transfers', passed);
      expect(await treasury.balances()).toMatchObject({
        'certificates 003': '200.00',
        'certificates-owed 001': '0.00',
      });
    });
  });

  describe('that are paid in goods or work', () => {
    const bring = (code: string, more: object, status = 201): Promise<Answer> =>
      post('/contributions', { code, broughtOn: DAY, certificate: 'K1', resolution: 'R-1', ...more }, status);
    const refused = async (code: string, more: object, status: number): Promise<unknown> => {
      const { body } = await bring(code, more, status);
      return `${body.code} ${body.pointer}`;
    };
    beforeEach(() =>
      treasury.resolve('R-1', [
        { kind: 'goods-scale', product: 'POTATO', unit: 'arroba', amount: '37.33' },
        { kind: 'work-scale', amount: '10.00' },
      ]),
    );

    test('count by the scale that the assembly approved, to the centavo, and are a cost and no money', async () => {
      await buy('K1', { paidAtOnce: '0.00' });
      await bring('B1', { product: 'potato', quantity: '1.5' });
      await bring('B2', { minutes: 50 });
      const listed = await treasury.eva.get('/contributions').expect(200);
      expect(listed.body.items).toMatchObject([
        {
          ...{ code: 'B1', member: '001', product: 'POTATO', quantity: '1.5', unit: 'arroba' },
          ...{ minutes: null, rate: '37.33', amount: '56.00' },
        },
        { code: 'B2', product: null, quantity: null, unit: null, minutes: 50, rate: '10.00', amount: '8.33' },
      ]);
      expect(await debts()).toEqual(['certificate K1 135.67']);
      expect(await treasury.balances()).toMatchObject({
        ...{ 'certificates 001': '200.00', 'certificates-owed 001': '-135.67' },
        ...{ 'produce-purchases': '56.00', expenses: '8.33' },
      });
      expect(await treasury.balances()).not.toHaveProperty('cash');
      expect((await reverse('certificates/K1', 409)).body).toMatchObject({ code: 'debt-in-use' });
      await reverse('contributions/B1');
      await reverse('contributions/B2');
      expect(await debts()).toEqual(['certificate K1 200.00']);
    });

    test('are taken for certificates alone, of what was approved, one thing at a time and never beyond what is left', async () => {
      await buy('K1', { paidAtOnce: '150.00' });
      await loan('L1', '100.00');
      await treasury.resolve('R-2', [{ kind: 'work-scale', amount: '20.00' }]);
      await treasury.resolve('R-3', [{ kind: 'work-scale', amount: '20.00' }], { votesFor: 1 });
      expect(await refused('B1', { minutes: 301 }, 409)).toBe('debt-overpaid /rows/0/minutes');
      expect(await refused('B1', { product: 'POTATO', quantity: '2' }, 409)).toBe('debt-overpaid /rows/0/quantity');
      expect(await refused('B1', { certificate: 'L1', minutes: 1 }, 400)).toBe('unknown-reference /rows/0/certificate');
      expect(await refused('B1', { broughtOn: '2024-01-09', minutes: 1 }, 400)).toBe('wrong-order /rows/0/broughtOn');
      expect(await refused('B1', { product: 'ONION', quantity: '1' }, 409)).toBe(
        'resolution-covers-other /rows/0/resolution',
      );
      expect(await refused('B1', { resolution: 'R-2', product: 'POTATO', quantity: '1' }, 409)).toBe(
        'resolution-covers-other /rows/0/resolution',
      );
      expect(await refused('B1', { resolution: 'R-3', minutes: 1 }, 409)).toBe(
        'resolution-not-carried /rows/0/resolution',
      );
      expect(await refused('B1', { resolution: 'R-9', minutes: 1 }, 400)).toBe('unknown-reference /rows/0/resolution');
      expect(await refused('B1', {}, 400)).toBe('bad-field /rows/0/minutes');
      expect(await refused('B1', { quantity: '1' }, 400)).toBe('bad-field /rows/0/product');
      expect(await refused('B1', { product: 'POTATO' }, 400)).toBe('bad-field /rows/0/quantity');
      expect(await refused('B1', { product: 'POTATO', quantity: '1', minutes: 1 }, 400)).toBe(
        'bad-field /rows/0/minutes',
      );
      await treasury.resolve('R-4', [
        { kind: 'goods-scale', product: 'POTATO', unit: 'arroba', amount: '0.01' },
        { kind: 'work-scale', amount: '0.29' },
      ]);
      expect(await refused('B1', { resolution: 'R-4', minutes: 1 }, 400)).toBe('bad-field /rows/0/minutes');
      expect(await refused('B1', { resolution: 'R-4', product: 'POTATO', quantity: '0.4' }, 400)).toBe(
        'bad-field /rows/0/quantity',
      );
      expect(await debts()).toEqual(['certificate K1 50.00', 'loan L1 100.00']);
      await bring('B1', { resolution: 'r-2', minutes: 150 });
      expect(await debts()).toEqual(['certificate K1 0.00', 'loan L1 100.00']);
    });

    test('are counted once where twenty desks take money and work for the same part at the same moment', async () => {
      await buy('K1', { paidAtOnce: '0.00' });
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          i % 2 === 0
            ? treasury.treasurer.post('/repayments', {
                rows: [{ code: `P${i}`, paidOn: DAY, debt: 'K1', amount: '60.00' }],
              })
            : treasury.treasurer.post('/contributions', {
                rows: [{ code: `P${i}`, broughtOn: DAY, certificate: 'K1', resolution: 'R-1', minutes: 360 }],
              }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
      expect(await debts()).toEqual(['certificate K1 20.00']);
    });

    test('weigh from the day on which they were brought, are capital, and lower what is shared', async () => {
      await buy('K1', { boughtOn: '2025-07-01', count: 2, paidAtOnce: '0.00' });
      await bring('B1', { broughtOn: '2026-06-21', minutes: 600 });
      await closed({
        ruleSet: { code: 'by-certificates', steps: [], bases: [{ basis: 'certificate-days', percent: '100.00' }] },
      });
      const run = await treasury.calculate();
      const { body: frozen } = await treasury.president.get(`/runs/${run}/case`).expect(200);
      expect(frozen.members[0].weights).toMatchObject({ 'certificate-days': '10' });
      expect(frozen.books).toMatchObject({ ownExpenses: '100.00', balances: { 'share-capital': '100.00' } });
      expect(frozen.members[0].debts).toEqual([{ code: 'K1', kind: 'certificate', amount: '100.00' }]);
    });
  });

  describe('of a type', () => {
    const register = (more: object = {}): Promise<Answer> =>
      post('/certificate-types', { code: 'capital', name: 'Capital social', value: '100.00', ...more });
    const refused = async (code: string, more: object, status = 409): Promise<string> =>
      (await post('/certificates', { ...row, code, type: 'capital', ...more }, status)).body.code;
    const row = { boughtOn: '2024-01-10', member: '001', count: 2, valueEach: '100.00' };

    test('are worth what it says, are held by whom it says, and never fewer', async () => {
      await register({ minimum: 2, holders: 'households' });
      await buy('K0', { count: 1, valueEach: '7.00' });
      expect(await refused('K1', { type: 'none' }, 400)).toBe('unknown-reference');
      expect(await refused('K1', { valueEach: '99.99' })).toBe('certificate-value');
      expect(await refused('K1', { count: 1 })).toBe('certificate-minimum');
      await buy('K1', { type: 'capital' });
      await buy('K2', { type: 'capital', count: 1 });
      expect(await refused('K3', { member: '002' })).toBe('household-holds');
      await buy('K3', { type: 'capital', member: '003' });
      const listed = await treasury.treasurer.get('/certificates?type=capital').expect(200);
      expect(listed.body.items).toMatchObject([{ code: 'K1', type: 'capital' }, { code: 'K2' }, { code: 'K3' }]);
      // who gave all of hers up leaves the place to another of her household
      await giveUp('Z1', 'K1', DAY);
      await giveUp('Z2', 'K2', DAY);
      await buy('K4', { type: 'capital', member: '002' });
    });

    test('are bought by members alone unless it says otherwise, and by nobody once it is retired', async () => {
      await register();
      await post('/certificate-types', { code: 'open', name: 'Aporte', value: '100.00', holders: 'anybody' });
      const early = { boughtOn: '2000-01-01' };
      expect(await refused('K1', early)).toBe('not-a-member-yet');
      await buy('K1', { ...early, type: 'open' });
      await treasury.treasurer.patch('/certificate-types/capital', { retiredOn: '2024-01-09' }, 1).expect(200);
      expect(await refused('K2', {})).toBe('retired');
    });

    test('are worth something else from a day on under a resolution that says how much', async () => {
      await register();
      const change = (body: object, status: number, version = 1): Promise<Answer> =>
        treasury.treasurer.patch('/certificate-types/capital', body, version).expect(status);
      const cover = (amount: string) => ({ kind: 'certificate-value', certificateType: 'capital', amount });
      await treasury.resolve('1', [cover('120.00')]);
      await treasury.resolve('2', [cover('150.00')]);
      const wanted = { value: '120.00', valueFrom: '2025-08-01' };
      expect((await change(wanted, 400)).body).toMatchObject({ code: 'bad-field', pointer: '/resolution' });
      expect((await change({ valueFrom: '2025-08-01' }, 400)).body).toMatchObject({ code: 'bad-field' });
      expect((await change({ ...wanted, resolution: '2' }, 409)).body).toMatchObject({
        code: 'resolution-covers-other',
      });
      await change({ ...wanted, value: '120', resolution: '1' }, 200);
      expect(await refused('K1', { boughtOn: DAY })).toBe('certificate-value');
      expect(await refused('K1', { boughtOn: '2025-07-31', valueEach: '120.00' }, 400)).toBe('wrong-order');
      await buy('K1', { type: 'capital', boughtOn: DAY, valueEach: '120.00' });
      expect((await change({ ...wanted, value: '130.00', resolution: '1' }, 400, 2)).body.code).toBe('bad-field');
      const type = await treasury.eva.get('/certificate-types/capital').expect(200);
      expect(type.body).toMatchObject({ value: '120.00', resolution: '1', valueFrom: '2025-08-01', version: 2 });
      const { body } = await treasury.treasurer.get('/certificate-types/capital/changes').expect(200);
      expect(body.items).toContainEqual(expect.objectContaining({ field: 'value', before: '100.00', after: '120.00' }));
    });
  });

  test('of who died are paid to whom she named, and the books say to whom', async () => {
    await buy('K1');
    const paid = { code: 'Z1', certificate: 'K1', withdrawnOn: DAY };
    await post('/certificate-withdrawals', { ...paid, receivedBy: 'Rosa Mamani, CI 4711' });
    expect((await post('/certificate-withdrawals', paid, 409)).body).toMatchObject({ code: 'code-taken' });
    const { body } = await treasury.treasurer.get('/certificate-withdrawals').expect(200);
    expect(body.items).toMatchObject([{ code: 'Z1', member: '001', receivedBy: 'Rosa Mamani, CI 4711' }]);
    const paper = await treasury.eva.get('/certificates/K1/papers/certificate').buffer(true).expect(200);
    expect((await pdfLines(paper.body)).flat(2).join(' ')).toContain('Rosa Mamani, CI 4711');
    await buy('K2');
    await giveUp('Z2', 'K2', DAY);
    await giveUp('Z2', 'K2', DAY);
  });

  test('are given up once, for what was paid, and not before they were bought', async () => {
    await buy('K1');
    expect((await giveUp('Z1', 'K1', '2024-01-09', 400)).body).toMatchObject({ code: 'wrong-order' });
    await giveUp('Z1', 'K1', DAY);
    expect((await giveUp('Z2', 'K1', DAY, 409)).body).toMatchObject({ code: 'certificate-withdrawn' });
    expect((await reverse('certificates/K1', 409)).body).toMatchObject({ code: 'certificate-withdrawn' });
    expect(await treasury.balances()).toMatchObject({ cash: '0.00', 'certificates 001': '0.00' });
    const listed = await treasury.eva.get('/certificates').expect(200);
    expect(listed.body.items).toMatchObject([{ code: 'K1', amount: '200.00', withdrawnOn: DAY }]);
    await reverse('certificate-withdrawals/Z1');
    expect(await treasury.balances()).toMatchObject({ cash: '200.00', 'certificates 001': '200.00' });
  });

  describe('that pass from one member to another', () => {
    const pass = (code: string, certificate: string, more: object = {}, status = 201): Promise<Answer> =>
      post(
        '/certificate-transfers',
        { code, certificate, transferredOn: DAY, taker: '003', count: 2, ...more },
        status,
      );
    const refused = async (certificate: string, more: object, status = 409): Promise<string> =>
      (await pass('T9', certificate, more, status)).body.code;
    const held = async (path = '/certificates'): Promise<unknown[]> =>
      (await treasury.treasurer.get(path).expect(200)).body.items
        .filter(({ reversal }: { reversal: unknown }) => reversal === null)
        .map((row: Record<string, string | null>) =>
          [row['code'], row['member'], row['count'], row['withdrawnOn'] ?? '', row['transfer'] ?? ''].join(' ').trim(),
        );

    test('are hers until the day and the other one’s from it on, and what she keeps stays hers under its own code', async () => {
      await buy('K1', { count: 5, boughtOn: '2024-01-10' });
      await pass('T1', 'K1', { rest: 'K1b', document: 'Testimonio 12' });
      const { body } = await treasury.treasurer.get('/certificate-transfers?taker=003').expect(200);
      expect(body.items).toMatchObject([
        { code: 'T1', giver: '001', taker: '003', count: 2, rest: 'K1b', amount: '200.00', document: 'Testimonio 12' },
      ]);
      const after = ['K1 001 5 2025-08-03 T1', 'K1b 001 3', 'T1 003 2'];
      expect(await held()).toEqual(after);
      expect(await held('/certificate-register')).toEqual(after);
      // no money moved, and capital is what it was
      expect(await treasury.balances()).toMatchObject({
        ...{ cash: '500.00', 'certificates 001': '300.00', 'certificates 003': '200.00' },
      });
      const settled = await treasury.treasurer.get('/accounts/members/003/settlement').expect(200);
      expect(settled.body).toMatchObject({ certificates: [{ code: 'T1', count: 2 }], toPay: '200.00' });
      await giveUp('Z1', 'T1', DAY);
      expect(await treasury.balances()).toMatchObject({ cash: '300.00', 'certificates 003': '0.00' });
    });

    test('weigh for each by the days on which she held them, and together what they weighed before', async () => {
      await buy('K1', { count: 5 });
      await pass('T1', 'K1', { rest: 'R1', transferredOn: '2025-07-11' });
      await closed({ ruleSet: { code: 'c', steps: [], bases: [{ basis: 'certificate-days', percent: '100.00' }] } });
      const run = await treasury.calculate();
      const { body: frozen } = await treasury.president.get(`/runs/${run}/case`).expect(200);
      expect(frozen.books.balances).toEqual({ 'share-capital': '500.00' });
      expect(frozen.members.map(({ weights }: { weights: object }) => weights)).toMatchObject([
        { 'certificate-days': String(5 * 10 + 3 * 355) },
        { 'certificate-days': '0' },
        { 'certificate-days': String(2 * 355) },
      ]);
    });

    test('are never more than she holds, go to a member of that day, and once', async () => {
      await buy('K1', { count: 2, boughtOn: '2024-01-10' });
      expect(await refused('K9', {}, 400)).toBe('unknown-reference');
      expect(await refused('K1', { taker: '099' }, 400)).toBe('unknown-reference');
      expect(await refused('K1', { count: 3 })).toBe('too-few-certificates');
      expect(await refused('K1', { taker: '001' })).toBe('same-member');
      expect(await refused('K1', { count: 1 }, 400)).toBe('bad-field');
      expect(await refused('K1', { rest: 'R1' }, 400)).toBe('bad-field');
      expect(await refused('K1', { count: 1, rest: 'K1' })).toBe('code-taken');
      expect(await refused('K1', { count: 1, rest: 't9' }, 400)).toBe('duplicate-code');
      expect(await refused('K1', { transferredOn: '2024-01-09' }, 400)).toBe('wrong-order');
      await buy('K2', { boughtOn: '2000-01-01' });
      expect(await refused('K2', { transferredOn: '2000-01-02' })).toBe('not-a-member-yet');
      expect(await held()).toEqual(['K2 001 2', 'K1 001 2']);
      await pass('T1', 'K1');
      await pass('T1', 'K1');
      expect(await refused('K1', {})).toBe('certificate-transferred');
      expect((await giveUp('Z1', 'K1', DAY, 409)).body).toMatchObject({ code: 'certificate-transferred' });
      await giveUp('Z2', 'K2', DAY);
      expect(await refused('K2', {})).toBe('certificate-withdrawn');
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          treasury.treasurer.post('/certificate-transfers', {
            rows: [{ code: `U${i}`, transferredOn: DAY, certificate: 'T1', taker: '002', count: 1, rest: `V${i}` }],
          }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(await treasury.balances()).toMatchObject({
        ...{ cash: '200.00', 'certificates 001': '0.00', 'certificates 002': '100.00', 'certificates 003': '100.00' },
      });
    });

    test('go one way alone where one desk gives them up while another transfers them', async () => {
      for (let i = 0; i < 10; i++) {
        await buy(`K${i}`);
        const both = await Promise.all([
          treasury.treasurer.post('/certificate-withdrawals', {
            rows: [{ code: `Z${i}`, certificate: `K${i}`, withdrawnOn: DAY }],
          }),
          treasury.treasurer.post('/certificate-transfers', {
            rows: [{ code: `T${i}`, certificate: `K${i}`, transferredOn: DAY, taker: '003', count: 2 }],
          }),
        ]);
        expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      }
      const balances = await treasury.balances();
      expect(balances['certificates 001']).toBe('0.00');
      expect(balances['cash']).toBe(balances['certificates 003'] ?? '0.00');
    });

    test('are hers again where the transfer is taken back, unless either did something with hers since', async () => {
      await buy('K1');
      await pass('T1', 'K1', { count: 1, rest: 'R1' });
      expect((await reverse('certificates/T1', 409)).body.code).toBe('certificate-of-transfer');
      expect((await reverse('certificates/R1', 409)).body.code).toBe('certificate-of-transfer');
      expect((await reverse('certificates/K1', 409)).body.code).toBe('certificate-transferred');
      await giveUp('Z1', 'T1', DAY);
      expect((await reverse('certificate-transfers/T1', 409)).body.code).toBe('certificate-withdrawn');
      await reverse('certificate-withdrawals/Z1');
      await pass('T2', 'R1', { count: 1 });
      expect((await reverse('certificate-transfers/T1', 409)).body.code).toBe('certificate-transferred');
      await reverse('certificate-transfers/T2');
      await reverse('certificate-transfers/T1');
      expect(await held()).toEqual(['K1 001 2']);
      expect(await treasury.balances()).toMatchObject({ 'certificates 001': '200.00', 'certificates 003': '0.00' });
      // codes of the register are used once
      expect((await pass('T3', 'K1', { count: 1, rest: 'R1' }, 409)).body).toMatchObject({ code: 'code-taken' });
    });

    test('keep their type and what they were worth, its minimum for either, and one holder of a household', async () => {
      const type = { code: 'capital', name: 'Capital', value: '100.00', minimum: 2, holders: 'households' };
      await post('/certificate-types', type);
      await buy('K1', { type: 'capital', count: 5 });
      await treasury.treasurer.patch('/certificate-types/capital', { retiredOn: '2025-01-01' }, 1).expect(200);
      expect(await refused('K1', { count: 1, rest: 'R1' })).toBe('certificate-minimum');
      expect(await refused('K1', { count: 4, rest: 'R1' })).toBe('certificate-minimum');
      expect(await refused('K1', { count: 3, rest: 'R1', taker: '002' })).toBe('household-holds');
      await pass('T1', 'K1', { count: 3, rest: 'R1' });
      await pass('T2', 'R1', { taker: '002' });
      const { body } = await treasury.treasurer.get('/certificates?type=capital').expect(200);
      expect(body.items).toHaveLength(4);
    });

    test('come back only to who may hold them now, and leave nobody too few of a type', async () => {
      const refusedBack = async (path: string): Promise<string> => (await reverse(path, 409)).body.code;
      const buyTyped = (code: string, member: string, count: number): Promise<Answer> =>
        buy(code, { type: 'capital', member, count });
      await post('/certificate-types', {
        ...{ code: 'capital', name: 'Capital', value: '100.00', minimum: 2, holders: 'households' },
      });
      await buyTyped('K1', '001', 5);
      await pass('T1', 'K1', { count: 3, rest: 'R1' });
      await buyTyped('K2', '003', 1);
      // hers would be one certificate
      expect(await refusedBack('certificate-transfers/T1')).toBe('certificate-minimum');
      await giveUp('Z1', 'R1', DAY);
      await buyTyped('K3', '002', 2);
      // somebody else of her household has some since
      expect(await refusedBack('certificate-withdrawals/Z1')).toBe('household-holds');
      await giveUp('Z2', 'K2', DAY);
      expect(await refusedBack('certificate-transfers/T1')).toBe('certificate-withdrawn');
      await buyTyped('K4', '002', 1);
      expect(await refusedBack('certificates/K3')).toBe('certificate-minimum');
      await reverse('certificates/K4');
      await reverse('certificates/K3');
      await reverse('certificate-withdrawals/Z1');
      await reverse('certificate-transfers/T1');
      // one alone is too few, also where it was held beside others
      expect(await refusedBack('certificate-withdrawals/Z2')).toBe('certificate-minimum');
    });
  });
});

describe('a household that is paid by transfer', () => {
  test('is paid to the centavo, whatever the smallest coin', async () => {
    await post('/payees', { code: 'F02', pays: 'transfer', payee: 'Eva Mamani', account: '10-2' });
    expect((await post('/payees', { code: 'F09', pays: 'cash' }, 400)).body).toMatchObject({ pointer: '/rows/0/code' });
    await treasury.open('2025', { ...RULES, cashUnit: '10.00' });
    await service.hear(treasury.coop, (tx) => tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '1000.01')));
    await treasury.close();
    const run = await treasury.shareOut();
    const { outcome } = (await treasury.president.get(`/runs/${run}`).expect(200)).body;
    expect(outcome.households).toMatchObject([
      { household: 'F01', paid: '600.00' },
      { household: 'F02', net: '300.00', paid: '300.00', carried: '0.00' },
    ]);
    // who is paid otherwise from now on does not change what was frozen
    await treasury.treasurer.patch('/payees/F02', { pays: 'cash' }, 1).expect(200);
    const verified = await treasury.president.get(`/runs/${run}/verification`).expect(200);
    expect(verified.body).toMatchObject({ equal: true });
  });
});

describe('the account of a member and of a household', () => {
  type Row = Readonly<Record<string, string>>;
  const items = async (path: string, who = treasury.treasurer): Promise<Row[]> =>
    (await who.get(path).expect(200)).body.items;

  test('has all that is between her and the co-op by day, with the paper behind each line and what it leaves', async () => {
    await post('/certificates', { code: 'K1', boughtOn: '2024-01-10', member: '001', count: 2, valueEach: '100.00' });
    await post('/certificates', { code: 'K2', boughtOn: '2024-01-10', member: '003', count: 1, valueEach: '100.00' });
    await loan('L1', '50.00');
    await repay('P1', 'L1', '20.00', 201, '2025-08-05');
    await closed();
    await treasury.shareOut();
    const lines = await items('/accounts/members/001');
    expect(
      lines.map(({ source, code, debit, credit, left, balance }) => [source, code, debit, credit, left, balance]),
    ).toEqual([
      ['certificate', 'K1', '0.00', '200.00', '200.00', '200.00'],
      ['loan', 'L1', '50.00', '0.00', '50.00', '150.00'],
      ['repayment', 'P1', '0.00', '20.00', '30.00', '170.00'],
      ['run', expect.any(String), '0.00', '30.00', '0.00', '200.00'],
    ]);
    // her household has what it is to be paid as well: two shares of 300.00 less what was set off
    const household = await items('/accounts/households/F01');
    expect(household.at(-1)).toMatchObject({ season: '2025', party: 'F01', left: '570.00', balance: '770.00' });
    // a page of it goes on with what the page before left
    const { body: first } = await treasury.treasurer.get('/accounts/members/001?limit=2').expect(200);
    const rest = await items(`/accounts/members/001?after=${first.next}`);
    expect(rest).toEqual(lines.slice(2));
    const csv = await treasury.treasurer.get('/accounts/households/f01?format=csv').expect(200);
    expect(csv.text.trim().split('\n')).toHaveLength(household.length + 1);
  });

  test('is hers alone to see, and that of her household', async () => {
    await loan('L1', '50.00');
    expect(await items('/accounts/members/001', treasury.eva)).toMatchObject([{ code: 'L1', balance: '-50.00' }]);
    expect(await items('/accounts/households/F01', treasury.eva)).toHaveLength(1);
    await treasury.eva.get('/accounts/members/002').expect(403);
    await treasury.eva.get('/accounts/households/F02').expect(403);
    await treasury.eva.get('/accounts/members').expect(403);
    await treasury.treasurer.get('/accounts/members/099').expect(404);
    await treasury.treasurer.get('/accounts/households/F99').expect(404);
  });

  test('says what is given back to who leaves, what is taken off it, and is signed as a paper', async () => {
    await post('/certificates', { code: 'K1', boughtOn: '2024-01-10', member: '001', count: 2, valueEach: '100.00' });
    await post('/certificates', { code: 'K2', boughtOn: '2024-01-10', member: '001', count: 1, valueEach: '100.00' });
    await post('/certificate-withdrawals', { code: 'Z1', certificate: 'K2', withdrawnOn: DAY });
    await loan('L1', '50.00');
    await post('/fines', { code: 'M1', imposedOn: DAY, member: '001', amount: '20.00' });
    await repay('P1', 'M1', '20.00');
    const settled = async (who = treasury.treasurer): Promise<unknown> =>
      (await who.get('/accounts/members/001/settlement').expect(200)).body;
    expect(await settled()).toMatchObject({
      certificates: [{ code: 'K1', count: 2, amount: '200.00' }],
      debts: [{ kind: 'loan', code: 'L1', left: '50.00' }],
      ...{ retained: '0.00', toPay: '150.00', toCollect: '0.00', householdOwed: '0.00' },
    });
    await loan('L2', '160.00');
    expect(await settled(treasury.eva)).toMatchObject({ toPay: '0.00', toCollect: '10.00' });
    const paper = await treasury.eva.get('/accounts/members/001/papers/settlement').expect(200);
    expect(paper.headers['content-type']).toBe('application/pdf');
    await treasury.eva.get('/accounts/members/002/settlement').expect(403);
    await treasury.treasurer.get('/accounts/members/099/papers/settlement').expect(404);
  });

  test('adds up over all to what the ledger has on its accounts, on every day and whatever is entered', async () => {
    const days = ['2025-07-31', '2025-08-01', '2025-08-15', '2025-09-02', '2026-06-30'];
    const entered = fc.record({
      kind: fc.constantFrom('advances', 'loans', 'fines', 'certificates'),
      member: fc.constantFrom('001', '002', '003'),
      day: fc.constantFrom(...days),
      centavos: fc.integer({ min: 1, max: 99_999 }),
      back: fc.constantFrom('no', 'half', 'reversed', 'passed'),
      taker: fc.constantFrom('001', '002', '003'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entered, { minLength: 4, maxLength: 9 }), fc.boolean(), async (all, isShared) => {
        treasury = await Treasury.of(service);
        await treasury.resolve('R-1', [{ kind: 'work-scale', amount: '0.60' }]);
        for (const [i, { kind, member, day, centavos, back, taker }] of all.entries()) {
          const inParts = kind === 'certificates' && back !== 'passed' && centavos % 2 === 0;
          const [code, amount] = [`X${i}`, (centavos / 100).toFixed(2)];
          const dated =
            { advances: 'paidOn', loans: 'paidOn', fines: 'imposedOn', certificates: 'boughtOn' }[kind] ?? '';
          const worth =
            kind === 'certificates'
              ? { count: 2, valueEach: amount, ...(inParts ? { paidAtOnce: amount } : {}) }
              : { amount };
          await post(`/${kind}`, {
            code,
            member,
            [dated]: day,
            ...worth,
            ...(kind === 'advances' ? { note: '' } : {}),
          });
          if (inParts && back !== 'reversed') {
            await repay(`I${i}`, code, '0.01', 201, day);
            const worked = { certificate: code, broughtOn: day, resolution: 'R-1', minutes: 1 };
            await post('/contributions', { code: `B${i}`, ...worked });
            if (centavos % 4 === 0) await reverse(`contributions/B${i}`);
          }
          if (back === 'reversed') await reverse(`${kind}/${code}`);
          else if (back === 'half' && kind === 'certificates')
            await post('/certificate-withdrawals', { code: `W${i}`, certificate: code, withdrawnOn: '2026-06-30' });
          else if (back === 'half') await repay(`R${i}`, code, amount, 201, '2026-06-30');
          else if (back === 'passed' && kind === 'certificates' && taker !== member) {
            const passed = { certificate: code, transferredOn: day, taker, count: 1 + (i % 2) };
            await post('/certificate-transfers', {
              ...{ code: `T${i}`, ...passed, ...(i % 2 === 0 ? { rest: `S${i}` } : {}) },
            });
          }
        }
        if (isShared) {
          await closed();
          const run = await treasury.shareOut();
          expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body.ledger).toEqual({
            ...{ equal: true, differences: [] },
          });
        }
        for (const on of [...days, '2027-08-02']) expect(await summed(on)).toEqual(await inLedger(on));
        for (const { household, balance } of await items('/accounts/households'))
          expect((await items(`/accounts/households/${household}`)).at(-1)?.['balance'] ?? '0.00').toBe(balance);
        for (const { member, balance } of await items('/accounts/members'))
          expect((await items(`/accounts/members/${member}`)).at(-1)?.['balance'] ?? '0.00').toBe(balance);
      }),
      { numRuns: 4 },
    );
  });

  const centavos = (amount = '0'): number => Math.round(Number(amount) * 100);
  const SHOWN = {
    'member-advances': 'advances',
    'member-loans': 'loans',
    'member-fines': 'fines',
    'certificates-owed': 'certificatesOwed',
    certificates: 'certificates',
    'member-capital': 'retained',
    'shares-payable': 'shares',
    'household-credit': 'overSetOff',
    'household-carried': 'carried',
  } as const;

  /** What all accounts of households come to on a day, by the account of the ledger. */
  async function summed(on: string): Promise<Record<string, number>> {
    const households = await items(`/accounts/households?on=${on}`);
    return Object.fromEntries(
      Object.entries(SHOWN).map(([account, field]) => [
        account,
        households.reduce((sum, household) => sum + centavos(household[field]), 0),
      ]),
    );
  }

  async function inLedger(on: string): Promise<Record<string, number>> {
    const balances = Object.entries(await treasury.balances(on));
    return Object.fromEntries(
      Object.keys(SHOWN).map((account) => [
        account,
        balances.reduce(
          // what is owed of certificates stands on the debit side of the equity
          (sum, [name, amount]) =>
            name.split(' ')[0] === account ? sum + centavos(amount) * (account === 'certificates-owed' ? -1 : 1) : sum,
          0,
        ),
      ]),
    );
  }
});
