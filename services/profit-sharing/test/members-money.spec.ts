import { saleRecorded } from '@ayni/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
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
    const taken = await post('/fines', { code: 'L1', imposedOn: DAY, member: '001', amount: '1.00' }, 409);
    expect(taken.body).toMatchObject({ code: 'code-taken', pointer: '/rows/0/code' });
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
    await treasury.resolve('5', [{ kind: 'fund-use', fund: 'education', amount: '60.00' }]);
    await treasury.resolve('6', [{ kind: 'fund-use', fund: 'education', amount: '600.00' }]);
    await treasury.resolve('7', [{ kind: 'fund-use', fund: 'education', amount: '60.00' }], { votesFor: 1 });
    await use('U1', '40.00');
    expect((await use('U2', '20.01', 409)).body).toMatchObject({ code: 'resolution-exhausted' });
    expect((await use('U2', '60.01', 409, '6')).body).toMatchObject({ code: 'fund-exhausted' });
    expect((await use('U2', '1.00', 409, '7')).body).toMatchObject({ code: 'resolution-not-carried' });
    await treasury.resolve('8', [{ kind: 'fund-use', fund: 'legal-reserve', amount: '60.00' }]);
    expect((await use('U2', '1.00', 409, '8')).body).toMatchObject({ code: 'resolution-covers-other' });
    expect((await use('U2', '1.00', 400, '99')).body).toMatchObject({ code: 'unknown-reference' });
    expect(await treasury.balances()).toMatchObject({ 'funds education': '60.00' });
    await reverse('fund-uses/U1');
    expect(await treasury.balances()).toMatchObject({ 'funds education': '100.00' });
  });

  test('is used once where twenty desks do it at the same moment', async () => {
    await closed();
    await treasury.shareOut();
    await treasury.resolve('5', [{ kind: 'fund-use', fund: 'education', amount: '1000.00' }]);
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
