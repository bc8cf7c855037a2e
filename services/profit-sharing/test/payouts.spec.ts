import type { Client, TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { daysBetween, formatAmount, parseDay, readAmount } from '@ayni/kernel';
import { season, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
let run: string;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
/** Shares of which F01 is to be paid 387.00 and F02 144.00; 320.62 in cash and 400.00 in the bank. */
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
  await treasury.trade();
  await treasury.close();
  run = await treasury.shareOut();
  await treasury.treasurer.post('/seasons', { rows: [] }).expect(400);
});

type Answer = Awaited<ReturnType<Client['post']>>;

/** The day on which the service believes to be. */
const TODAY = '2027-08-02';

const plan = (code: string, more: object = {}, status = 201): Promise<Answer> =>
  treasury.treasurer.post(`/runs/${run}/payouts`, { code, rule: 'in-full', ...more }).expect(status);
const confirm = (code: string, status = 201): Promise<Answer> =>
  treasury.president.post(`/payouts/${code}/confirmation`, {}).expect(status);
const pay = (code: string, household: string, status = 201, payout = 'P1'): Promise<Answer> =>
  treasury.treasurer.post('/household-payments', { rows: [{ code, payout, household, paidOn: TODAY }] }).expect(status);
const state = async (): Promise<string> => (await treasury.president.get(`/runs/${run}`).expect(200)).body.state;
const lines = async (payout = 'P1'): Promise<string[]> => {
  const { body } = await treasury.treasurer.get(`/payouts/${payout}/lines`).expect(200);
  return body.items.map(
    ({ household, way, amount, paidWith }: Record<string, string | null>) =>
      `${household} ${way} ${amount} ${paidWith ?? '-'}`,
  );
};

/** Own money from the bank into the cash box. */
const fetchCash = (amount: string): Promise<Answer> =>
  treasury.treasurer
    .post('/transfers', { rows: [{ code: 'T1', movedOn: TODAY, into: 'cash', amount, note: '' }] })
    .expect(201);

/** What a season that is open begins with, as its preview has it. */
const booksOf = async (code: string): Promise<Readonly<Record<string, unknown>>> =>
  (await treasury.treasurer.get(`/seasons/${code}/preview`).expect(200)).body.case.books;

const registered = (rows: object[]): Promise<Answer> => treasury.treasurer.post('/payees', { rows }).expect(201);

const plus = (amount: string | undefined, more: bigint): string =>
  formatAmount(readAmount(amount ?? '0.00', 2) + more, 2);

const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).sort();
const twenty = (ask: (i: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: 20 }, (_, i) => ask(i)));

describe('a payout', () => {
  test('is planned by one person and confirmed by another; what is handed over then is paid, once', async () => {
    const { body } = await plan('P1', { order: ['f02'] });
    expect(body.payout).toEqual({ code: 'P1', state: 'planned', households: 1, amount: '144.00', left: '387.00' });
    expect(await lines()).toEqual(['F02 cash 144.00 -']);
    expect((await pay('Z1', 'F02', 409)).body).toMatchObject({ code: 'wrong-state' });
    expect((await treasury.treasurer.post('/payouts/P1/confirmation', {}).expect(403)).body.code).toBe(
      'second-person-needed',
    );
    expect(await state()).toBe('approved');
    await confirm('p1');
    expect(await state()).toBe('paying');
    await pay('Z1', 'F02');
    await pay('Z1', 'F02');
    expect((await pay('Z2', 'F02', 409)).body).toMatchObject({ code: 'household-paid' });
    expect((await pay('Z2', 'F01', 409)).body).toMatchObject({ code: 'nothing-for-household' });
    expect(await lines()).toEqual(['F02 cash 144.00 Z1']);
    expect(await treasury.balances()).toMatchObject({
      ...{ cash: '176.62', 'shares-payable F01': '387.00', 'shares-payable F02': '0.00' },
    });
  });

  test('leaves a run paid once nobody is owed anything, and not any more where a payment is given back', async () => {
    await plan('P1', { order: ['F02'] });
    await confirm('P1');
    await pay('Z1', 'F02');
    await fetchCash('400.00');
    await plan('P2');
    await confirm('P2');
    expect(await state()).toBe('paying');
    await pay('Z2', 'F01', 201, 'P2');
    expect(await state()).toBe('paid');
    const listed = await treasury.eva.get('/runs?state=paid').expect(200);
    expect(listed.body.items).toMatchObject([{ id: run, state: 'paid' }]);
    await treasury.treasurer.post('/household-payments/Z2/reversal', { reason: 'counterfeit note' }).expect(201);
    expect(await state()).toBe('paying');
    expect(await treasury.balances()).toMatchObject({ cash: '576.62', 'shares-payable F01': '387.00' });
    await pay('Z3', 'F01', 201, 'P2');
    expect(await state()).toBe('paid');
    const paid = await treasury.treasurer.get('/household-payments?household=F01').expect(200);
    expect(paid.body.items).toMatchObject([
      { code: 'Z2', attempt: 1, amount: '387.00', reversal: 'counterfeit note' },
      { code: 'Z3', attempt: 2, amount: '387.00', reversal: null },
    ]);
  });

  test('pays with the first run what was owed of seasons that stand on paper alone, each family of which is right', async () => {
    const lines = [
      { household: 'F01', workMinutes: 600, share: '300.00', paid: '300.00' },
      { household: 'F02', share: '200.10', paid: '150.00', valueDelivered: '80.00' },
    ];
    const old = { code: 'Gestión 2023', firstDay: '2023-01-01', lastDay: '2023-12-31', openedOn: TODAY, lines };
    const bring = (row: object, status: number, trial = ''): Promise<Answer> =>
      treasury.treasurer.post(`/old-seasons${trial}`, { rows: [row] }).expect(status);
    const before = await treasury.balances();
    const { body: figures } = await treasury.treasurer.get(`/runs/${run}/shares`).expect(200);
    await bring(old, 200, '?trial=true');
    expect(await treasury.balances()).toEqual(before);
    await bring(old, 201);
    expect((await bring(old, 201)).body).toMatchObject({ recorded: 0, unchanged: 1 });
    expect(await treasury.balances()).toMatchObject({
      ...{ 'shares-payable F01': '387.00', 'shares-payable F02': '194.10', 'opening-equity': '-50.10' },
    });
    expect((await treasury.treasurer.get(`/runs/${run}/shares`).expect(200)).body).toEqual(figures);
    expect((await treasury.president.get('/old-seasons').expect(200)).body.items).toMatchObject([
      {
        ...old,
        result: null,
        pool: null,
        shared: '500.10',
        owed: '50.10',
        lines: [{ owed: '0.00' }, { owed: '50.10' }],
      },
    ]);
    // no day is of a season of before and of one that is kept here
    const over = season('2024', { from: '2023-12-31', to: '2024-06-30' });
    const refused = await treasury.treasurer.post('/seasons', { rows: [over] }).expect(409);
    expect(refused.body).toMatchObject({ code: 'old-season-there', pointer: '/rows/0/from' });
    await treasury.treasurer.post('/seasons', { rows: [season('2024', { from: '2024-02-01', to: '2024-06-30' })] });
    const { body: kept } = await treasury.treasurer.get('/seasons/2024').expect(200);
    const earlier = treasury.treasurer.patch('/seasons/2024', { from: '2023-12-31' }, kept.version);
    expect((await earlier.expect(409)).body).toMatchObject({ code: 'old-season-there', pointer: '/from' });
    const own = await treasury.eva.get('/accounts/households/f01/old-seasons').expect(200);
    expect(own.body.items).toEqual([
      {
        ...{ code: 'Gestión 2023', firstDay: '2023-01-01', lastDay: '2023-12-31', workMinutes: 600 },
        ...{ valueDelivered: null, share: '300.00', paid: '300.00', owed: '0.00' },
      },
    ]);
    await treasury.eva.get('/accounts/households/F02/old-seasons').expect(403);
    const { body } = await plan('P1', { order: ['F02'] });
    expect(body.payout).toMatchObject({ amount: '194.10', left: '387.00' });
    const back = { reason: 'the list of another year' };
    await treasury.treasurer.post('/old-seasons/gestión 2023/reversal', back).expect(201);
    expect(await treasury.balances()).toMatchObject(before);
    expect((await treasury.eva.get('/accounts/households/F01/old-seasons').expect(200)).body.items).toEqual([]);
    await treasury.treasurer.post('/seasons?trial=true', { rows: [over] }).expect(200);

    const bad = async (row: object, status = 400): Promise<string[][]> => {
      const { body } = await treasury.treasurer.post('/old-seasons', { rows: [row] }).expect(status);
      return (body.errors ?? [body]).map(({ code, pointer }: Record<string, string>) => [code, pointer]);
    };
    const again = { ...old, code: '2023' };
    const share = (household: string, paid: string): object => ({ household, share: '5.00', paid });
    const one = [share('F01', '5.00')];
    expect(
      await bad({ ...again, lines: [...one, share('F01', '0.00'), share('F9', '0.00'), share('F02', '5.01')] }),
    ).toEqual([
      ['bad-field', '/rows/0/lines/1/household'],
      ['unknown-reference', '/rows/0/lines/2/household'],
      ['bad-field', '/rows/0/lines/3/paid'],
    ]);
    expect(await bad({ ...again, lines: one, firstDay: '2024-01-01' })).toEqual([['wrong-order', '/rows/0/lastDay']]);
    expect(await bad({ ...again, lines: one, openedOn: '2023-12-31' })).toEqual([['wrong-order', '/rows/0/openedOn']]);
    expect(await bad({ ...again, lines: one, lastDay: '2025-07-01' }, 409)).toEqual([
      ['old-season-overlaps', '/rows/0/firstDay'],
    ]);
  });

  test('gives a day to one season alone where ten desks open one and ten bring one of before at the same moment', async () => {
    const lines = [{ household: 'F01', share: '5.00', paid: '5.00' }];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2 === 0
          ? treasury.treasurer.post('/seasons', { rows: [season(`N${i}`, { from: '2022-01-01', to: '2022-12-31' })] })
          : treasury.treasurer.post('/old-seasons', {
              rows: [{ code: `V${i}`, firstDay: '2022-06-01', lastDay: '2023-05-31', openedOn: TODAY, lines }],
            }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(others.every((code) => /^(seasons-overlap|old-season-there|old-season-overlaps)$/.test(code))).toBe(true);
  });

  test('pays the same part of each where the money does not do, in whole coins', async () => {
    await plan('P1', { rule: 'same-part' });
    // 3206 coins of 5310: 2336.57 and 869.42
    expect(await lines()).toEqual(['F01 cash 233.70 -', 'F02 cash 86.90 -']);
    const sheet = await treasury.president.get('/payouts/p1/papers/signatures').expect(200);
    expect(sheet.headers['content-type']).toBe('application/pdf');
    await treasury.president.get('/payouts/P9/papers/signatures').expect(404);
  });

  test('pays from the bank to the centavo, to whom and where it is registered, and out of each till what it has', async () => {
    await registered([{ code: 'F01', pays: 'transfer', payee: 'Eva Mamani', account: '10-22' }]);
    await plan('P1', { rule: 'same-part', bank: '100.01', ways: [] }, 400);
    await plan('P1', { rule: 'same-part', bank: '100.01' });
    // 100.01 of 387.00 is the part that both get: 37.2 of 144.00
    expect(await lines()).toEqual(['F01 transfer 100.01 -', 'F02 cash 37.20 -']);
    const { body } = await treasury.treasurer.get('/payouts/P1/lines?way=transfer').expect(200);
    expect(body.items).toMatchObject([{ name: 'Familia F01', payee: 'Eva Mamani', account: '10-22' }]);
    await treasury.treasurer.post('/payouts/P1/end', { reason: 'by QR after all' }).expect(201);
    await plan('P2', { ways: [{ household: 'F01', way: 'qr' }] });
    await confirm('P2');
    await pay('Z1', 'F01', 201, 'P2');
    expect(await treasury.balances()).toMatchObject({ bank: '13.00', 'shares-payable F01': '0.00' });
  });

  test('is a file for the bank: confirmed transfers that were not paid, as its template says, and no formula', async () => {
    await registered([
      { code: 'F01', pays: 'transfer', payee: '=Ñusta; G\u0303uaraní', account: '+10-22' },
      { code: 'F02', pays: 'transfer', payee: 'Cirila Flores', account: '-77' },
    ]);
    const { body: first } = await treasury.treasurer.get('/bank-template/current').expect(200);
    expect(first).toMatchObject({
      separator: 'semicolon',
      decimalSign: 'point',
      withHeadings: true,
      encoding: 'utf-8',
    });
    await plan('P1', { rule: 'same-part' });
    const file = (): Promise<Answer> => treasury.treasurer.get('/payouts/p1/papers/transfers').expect(200);
    const heading = 'Nro;Cuenta;Beneficiario;Monto;Moneda;Glosa\r\n';
    expect((await file()).text).toBe(heading);
    await confirm('P1');
    const answer = await file();
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="transferencias-p1.csv"');
    expect(answer.text).toBe(
      `${heading}1;'+10-22;"'=Ñusta; G\u0303uaraní";291.53;BOB;P1-1\r\n2;-77;Cirila Flores;108.47;BOB;P1-2\r\n`,
    );
    const listed = async (): Promise<object> =>
      (await treasury.treasurer.get('/payouts?state=confirmed').expect(200)).body.items[0];
    expect(await listed()).toMatchObject({ transfers: 2, toTransfer: '400.00', withoutAccount: 0 });

    const columns = ['amount', 'household', 'payee'].map((shows) => ({ shows, heading: '@' }));
    const template = { columns, separator: 'comma', decimalSign: 'comma', withHeadings: true, encoding: 'latin-1' };
    await treasury.president.post('/bank-template', template).expect(403);
    await treasury.treasurer.post('/bank-template', { ...template, separator: 'space' }).expect(400);
    expect((await treasury.treasurer.get('/bank-template/current').expect(200)).body).toEqual(first);
    await treasury.treasurer.post('/bank-template', template).expect(201);
    await pay('Z1', 'F02');
    const other = await treasury.treasurer.get('/payouts/P1/papers/transfers').responseType('blob').expect(200);
    expect(other.headers['content-type']).toBe('text/csv; charset=iso-8859-1');
    expect(Buffer.from(other.body).toString('latin1')).toBe(`'@,'@,'@\r\n"291,53",F01,'=Ñusta; Guaraní\r\n`);
    expect(await listed()).toMatchObject({ transfers: 1, toTransfer: '291.53' });
    await treasury.treasurer.post('/household-payments/Z1/reversal', { reason: 'sent back' }).expect(201);
    expect((await file()).text).toContain('"108,47",F02,');
    await treasury.treasurer.post('/payouts/P1/end', { reason: 'the bank is shut' }).expect(201);
    expect((await file()).text).toBe(`'@,'@,'@\r\n`);
  });

  test('counts apart whom the bank is to pay and has no account', async () => {
    await registered([{ code: 'F01', pays: 'transfer', payee: 'Eva Mamani', account: '' }]);
    await plan('P1', { rule: 'same-part', bank: '100.01' });
    await confirm('P1');
    const { body } = await treasury.treasurer.get('/payouts').expect(200);
    expect(body.items).toMatchObject([{ transfers: 0, toTransfer: '0.00', withoutAccount: 1 }]);
  });

  test('leaves a share in the co-op as whole certificates of a member, posted, registered and taken back as one', async () => {
    const certificates = { valueEach: '100.00', members: ['001'] };
    expect((await plan('P1', { certificates: { ...certificates, valueEach: '387.01' } }, 409)).body).toMatchObject({
      ...{ code: 'less-than-certificate', pointer: '/certificates/members/0' },
    });
    await plan('P1', { certificates: { ...certificates, valueEach: '0.00' } }, 409);
    await plan('P1', { certificates: { ...certificates, members: ['999'] } }, 400);
    expect((await plan('P1', { certificates: { ...certificates, members: ['001', '001'] } }, 400)).body.code).toBe(
      'duplicate-code',
    );
    expect((await plan('P1', { cash: '144.00', certificates })).body.payout).toMatchObject({
      ...{ households: 2, amount: '444.00', left: '87.00' },
    });
    expect(await lines()).toEqual(['F02 cash 144.00 -', 'F01 certificates 300.00 -']);
    const till = (await treasury.balances())['cash'];
    await confirm('P1');
    await pay('Z1', 'F01');
    await pay('Z1', 'F01');
    const kept = { code: 'Z1', boughtOn: TODAY, member: '001', count: 3, valueEach: '100.00', amount: '300.00' };
    const registered = async (): Promise<object[]> =>
      (await treasury.treasurer.get('/certificates').expect(200)).body.items;
    expect(await registered()).toMatchObject([{ ...kept, withdrawnOn: null, reversal: null }]);
    const after = { cash: till, 'shares-payable F01': '87.00', 'certificates 001': '300.00' };
    expect(await treasury.balances()).toMatchObject(after);
    const { body: account } = await treasury.eva.get('/accounts/members/001').expect(200);
    expect(account.items).toContainEqual(
      expect.objectContaining({ source: 'household-payment', code: 'Z1', account: 'certificates', credit: '300.00' }),
    );
    const paper = await treasury.eva.get(`/runs/${run}/papers/members/001?format=text`).expect(200);
    expect(paper.text).toMatch(/El 2 de agosto de 2027 se guardó en certificados: Bs\s300,00\./);

    // certificates go back with the payment alone, and not once they were given up
    expect(
      (await treasury.treasurer.post('/certificates/Z1/reversal', { reason: 'no' }).expect(409)).body,
    ).toMatchObject({ code: 'certificate-of-payment' });
    const withdrawal = { code: 'W1', withdrawnOn: TODAY, certificate: 'Z1' };
    await treasury.treasurer.post('/certificate-withdrawals', { rows: [withdrawal] }).expect(201);
    const back = (status: number): Promise<Answer> =>
      treasury.treasurer.post('/household-payments/Z1/reversal', { reason: 'she wants cash' }).expect(status);
    expect((await back(409)).body.code).toBe('certificate-withdrawn');
    await treasury.treasurer.post('/certificate-withdrawals/W1/reversal', { reason: 'not yet' }).expect(201);
    await back(201);
    expect(await registered()).toMatchObject([{ ...kept, reversal: 'she wants cash' }]);
    expect(await treasury.balances()).toMatchObject({
      ...{ cash: till, 'shares-payable F01': '387.00', 'certificates 001': '0.00' },
    });
    await treasury.open('2027');
    const before = (await booksOf('2027'))['balances'];
    await pay('Z2', 'F01');
    expect(await treasury.balances()).toMatchObject(after);
    expect([before, (await booksOf('2027'))['balances']]).toEqual([
      ...[{ 'share-capital': '68.55' }, { 'share-capital': '368.55' }],
    ]);
    expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body.equal).toBe(true);
    // one that was bought goes back all the same
    const bought = { code: 'C9', boughtOn: TODAY, member: '001', count: 1, valueEach: '100.00' };
    await treasury.treasurer.post('/certificates', { rows: [bought] }).expect(201);
    await treasury.treasurer.post('/certificates/C9/reversal', { reason: 'twice' }).expect(201);
  });

  test('that nobody claims lapses into the fund of the rule, where somebody posts it, and comes back', async () => {
    const { body: before } = await treasury.treasurer.get('/unclaimed-shares').expect(200);
    expect(before).toMatchObject({ on: TODAY, afterDays: null, fund: null, resolution: null });
    const [first] = before.items;
    expect(first).toMatchObject({ household: 'F01', owed: '387.00', lapsesOn: null, lapsed: '0.00' });
    const lapse = (code: string, household: string, status: number, more: object = {}): Promise<Answer> =>
      treasury.treasurer
        .post('/lapses', { rows: [{ code, lapsedOn: TODAY, household, resolution: 'lapse', ...more }] })
        .expect(status);
    const rule = { fund: 'education', resolution: 'lapse' };
    const set = (afterDays: number, status: number, more: object = {}): Promise<Answer> =>
      treasury.treasurer.post('/unclaimed-shares/rule', { afterDays, ...rule, ...more }).expect(status);
    await set(0, 400);
    await treasury.resolve('lapse', []);
    await set(0, 400, { fund: 'none' });
    expect((await lapse('L1', 'F01', 409)).body.code).toBe('no-lapse-rule');

    const age = daysBetween(parseDay(first.since), parseDay(TODAY));
    await set(age + 1, 201);
    const { body: waiting } = await treasury.president.get('/unclaimed-shares').expect(200);
    expect(waiting).toMatchObject({ afterDays: age + 1, ...rule });
    expect(waiting.items[0]).toMatchObject({ since: first.since, lapsesOn: '2027-08-03', lapsed: '0.00' });
    expect((await lapse('L1', 'F01', 409)).body.code).toBe('not-lapsed');

    await set(age, 201);
    await plan('P1', { order: ['F02'], cash: '144.00' });
    await confirm('P1');
    expect((await lapse('L1', 'F01', 400, { resolution: 'none' })).body.code).toBe('unknown-reference');
    const funds = (await treasury.balances())['funds education'];
    const row = { lapsedOn: TODAY, household: 'F01', resolution: 'lapse' };
    const answers = await twenty((i) => treasury.treasurer.post('/lapses', { rows: [{ ...row, code: `L${i}` }] }));
    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    const { items } = (await treasury.treasurer.get('/lapses').expect(200)).body;
    expect(items).toMatchObject([{ household: 'F01', amount: '387.00', ...rule, reversal: null }]);
    expect(await treasury.balances()).toMatchObject({
      ...{ 'shares-payable F01': '0.00', 'funds education': plus(funds, 387_00n) },
    });
    await pay('Z1', 'F02');
    expect(await state()).toBe('paid');
    expect((await treasury.treasurer.get('/unclaimed-shares').expect(200)).body.items).toEqual([]);
    await treasury.open('2027');
    expect((await booksOf('2027')).funds).toMatchObject({ education: { balance: plus(funds, 387_00n) } });
    await treasury.treasurer.post(`/lapses/${items[0].code}/reversal`, { reason: 'she came back' }).expect(201);
    expect(await state()).toBe('paying');
    expect(await treasury.balances()).toMatchObject({ 'shares-payable F01': '387.00', 'funds education': funds });
    expect((await booksOf('2027')).funds).toMatchObject({ education: { balance: funds } });
    expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body).toMatchObject({ equal: true });
  });

  test('is refused with more than there is, for who is owed nothing, and while another is open', async () => {
    expect((await plan('P1', { cash: '320.63' }, 409)).body).toMatchObject({
      code: 'more-than-in-till',
      pointer: '/cash',
    });
    await plan('P0', { cash: '531.00', counted: true });
    expect(await lines('P0')).toEqual(['F01 cash 387.00 -', 'F02 cash 144.00 -']);
    await treasury.treasurer.post('/payouts/P0/end', { reason: 'counted again' }).expect(201);
    expect((await plan('P1', { cash: '143.99', order: ['F02'] }, 409)).body.code).toBe('nothing-to-pay');
    expect((await plan('P1', { order: ['F09'] }, 409)).body).toMatchObject({ code: 'household-not-owed' });
    expect((await plan('P1', { resolution: 'none' }, 400)).body).toMatchObject({ code: 'unknown-reference' });
    expect(await treasury.count('payouts')).toBe(1);
    await plan('P1', { order: ['F02'] });
    expect((await plan('P2', {}, 409)).body).toMatchObject({ code: 'payout-open' });
    await treasury.treasurer.post('/payouts/P1/end', { reason: 'the order was another' }).expect(201);
    expect((await treasury.president.post('/payouts/P1/confirmation', {}).expect(409)).body.code).toBe('wrong-state');
    expect((await plan('P1', { order: ['F02'] }, 409)).body).toMatchObject({ code: 'code-taken' });
    await plan('P2', { order: ['F02'] });
  });

  test('takes no payment of a day before it was confirmed, and none once it ended', async () => {
    await plan('P1', { order: ['F02'] });
    await confirm('P1');
    const early = { code: 'Z1', payout: 'P1', household: 'F02', paidOn: '2027-08-01' };
    expect((await treasury.treasurer.post('/household-payments', { rows: [early] }).expect(400)).body).toMatchObject({
      code: 'wrong-order',
    });
    await treasury.treasurer.post('/payouts/P1/end', { reason: 'nobody came' }).expect(201);
    expect((await pay('Z1', 'F02', 409)).body).toMatchObject({ code: 'wrong-state' });
    expect((await treasury.balances())['shares-payable F02']).toBe('144.00');
  });

  test('is planned, confirmed and paid once each, however many do so at once from two desks', async () => {
    await fetchCash('400.00');
    const once = [201, ...Array.from({ length: 19 }, () => 409)];
    expect(
      statuses(
        await twenty((i) => treasury.treasurer.post(`/runs/${run}/payouts`, { code: `P${i}`, rule: 'in-full' })),
      ),
    ).toEqual(once);
    const { body } = await treasury.president.get('/payouts').expect(200);
    const [{ code: payout }] = body.items;
    const second = await service.signIn(treasury.coop, { user: 'petra', roles: ['president', 'treasurer'] });
    const presidents = [treasury.president, second];
    expect(
      statuses(await twenty((i) => (presidents[i % 2] ?? second).post(`/payouts/${payout}/confirmation`, {}))),
    ).toEqual(once);
    const desks = [treasury.treasurer, second];
    const all = (i: number): object[] =>
      ['F01', 'F02'].map((household) => ({ code: `Z${i}-${household}`, payout, household, paidOn: TODAY }));
    const paid = await twenty((i) =>
      (desks[i % 2] ?? second).post('/household-payments', { rows: i % 3 ? all(i) : all(i).reverse() }),
    );
    expect(statuses(paid)).toEqual(once);
    expect(await treasury.count('household_payments')).toBe(2);
    expect(await treasury.balances()).toMatchObject({
      cash: '189.62',
      'shares-payable F01': '0.00',
      'shares-payable F02': '0.00',
    });
    const [one] = (await treasury.treasurer.get('/household-payments').expect(200)).body.items;
    const taken = await twenty((i) =>
      (desks[i % 2] ?? second).post(`/household-payments/${one.code}/reversal`, { reason: `desk ${i}` }),
    );
    expect(statuses(taken)).toEqual(once);
  });

  test('stands on the statement of the household and of its members, and on their papers', async () => {
    const of = async (path: string): Promise<unknown> =>
      (await treasury.eva.get(`/runs/${run}/statements/${path}`).expect(200)).body.payment;
    const text = async (): Promise<string> =>
      (await treasury.eva.get(`/runs/${run}/papers/members/001?format=text`).expect(200)).text;
    expect(await of('members/001')).toEqual({ owed: '387.00', payments: [] });
    expect(await text()).toMatch(/A la familia se le deben todavía Bs\s387,00\./);
    await plan('P1', { rule: 'same-part' });
    await confirm('P1');
    await pay('Z1', 'F01');
    const paid = { owed: '153.30', payments: [{ paidOn: TODAY, way: 'cash', amount: '233.70' }] };
    expect(await of('members/001')).toEqual(paid);
    expect(await of('households/F01')).toEqual(paid);
    expect(await text()).toMatch(/Pagado a la familia el 2 de agosto de 2027, en efectivo: Bs\s233,70\./);
    await treasury.president.get(`/runs/${run}/papers/households`).expect(200);
  });

  test('changes nothing of what the run froze, nor of what the next season carries, paid or not', async () => {
    await plan('P1', { order: ['F02'] });
    await confirm('P1');
    await pay('Z1', 'F02');
    const verified = await treasury.president.get(`/runs/${run}/verification`).expect(200);
    expect(verified.body).toMatchObject({ equal: true });
    await treasury.open('2026');
    await treasury.close('2026');
    const next = await treasury.calculate('2026');
    // F01 is owed 387.00 still: that is a debt of this run, and only what was too small for a coin is carried
    const { body } = await treasury.president.get(`/runs/${next}/case`).expect(200);
    expect(body.households).toEqual([
      { household: 'F01', carried: '0.05', pays: 'cash' },
      { household: 'F02', carried: '0.00', pays: 'cash' },
    ]);
  });

  test('that is paid while its run is reversed and shared anew leaves each household the difference, by ledger and paper', async () => {
    await plan('P1', { order: ['F02'] });
    await confirm('P1');
    await treasury.resolve('rev', [{ ...(await treasury.sharesOf(run)), kind: 'run-reversal' }]);
    await treasury.resolve('rules-2', [{ kind: 'rules', season: '2025' }]);
    await treasury.treasurer.post(`/runs/${run}/reversal/proposal`, { reason: 'a sheet was forgotten' }).expect(201);
    const ruleSet = { ...Object(season().ruleSet), bases: [{ basis: 'work-minutes', percent: '100.00' }] };
    const rules = { cashUnit: '0.10', ruleSet, resolution: 'rules-2' };
    const asks = [
      () => treasury.treasurer.post('/household-payments', { rows: [payment(`Z${(asked += 1)}`)] }),
      () => treasury.president.post(`/runs/${run}/reversal/approval`, { resolution: 'rev' }),
      () => treasury.treasurer.post('/seasons/2025/rules', rules),
      () => treasury.treasurer.post('/seasons/2025/runs', {}),
    ];
    let asked = 0;
    const payment = (code: string): object => ({ code, payout: 'P1', household: 'F02', paidOn: TODAY });
    const answers = await twenty((i) => asks[i % asks.length]?.() ?? Promise.reject(new Error('nothing to ask')));
    const done = (which: number): number => answers.filter(({ status }, i) => i % 4 === which && status === 201).length;
    expect(done(1)).toBe(1);
    expect(done(0)).toBeLessThanOrEqual(1);
    expect(await treasury.count('household_payments')).toBe(done(0));
    await treasury.treasurer.post('/payouts/P1/end', { reason: 'shared anew' }).expect(201);

    // by work alone F02 gets nothing: what it was paid is to come back
    await treasury.treasurer.post('/seasons/2025/rules', rules);
    const other = await treasury.calculate();
    await treasury.propose(other);
    await treasury.resolve('again', [await treasury.sharesOf(other)]);
    const approved = await twenty(() => treasury.president.post(`/runs/${other}/approval`, { resolution: 'again' }));
    expect(statuses(approved)).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    const { households } = (await treasury.president.get(`/runs/${other}`).expect(200)).body.outcome;
    const shares = Object.fromEntries(
      households.map(({ household, paid }: Record<string, string>) => [household, paid]),
    );
    expect(shares['F02']).toBe('0.00');
    const handed = done(0) === 1 ? '-144.00' : '0.00';
    for (const day of [TODAY, '2027-08-03', '2028-01-01'])
      expect(await treasury.balances(day)).toMatchObject({
        ...{ 'shares-payable F01': shares['F01'], 'shares-payable F02': handed },
      });
    expect((await treasury.eva.get(`/runs/${other}/statements/households/F01`).expect(200)).body.payment.owed).toBe(
      shares['F01'],
    );
    await fetchCash('400.00');
    run = other;
    await plan('P2');
    expect(await lines('P2')).toEqual([`F01 cash ${shares['F01']} -`]);
    for (const id of [run, other])
      expect((await treasury.president.get(`/runs/${id}/verification`).expect(200)).body.equal).toBe(true);
  });
});
