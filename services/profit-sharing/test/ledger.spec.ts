import { deliveryReceived, deliveryReversed, saleRecorded, saleReversed } from '@ayni/contracts';
import { readAmount } from '@ayni/kernel';
import type { TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import readXlsxFile from 'read-excel-file/node';
import pg from 'pg';
import { balancesByHledger, hasHledger, hledger } from './hledger.js';
import { DAY, delivery, expense, grant, sale, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
});

describe('the ledger', () => {
  test('posts receipts by how they were paid, and one of nothing without lines', async () => {
    await treasury.open();
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '1.00'));
      tx.publish(saleRecorded, 'sale/R2', 1, sale('R2', '2.00', { payment: 'qr' }));
      tx.publish(saleRecorded, 'sale/R3', 1, sale('R3', '4.00', { payment: 'credit' }));
      tx.publish(saleRecorded, 'sale/R4', 1, sale('R4', '0.00'));
    });
    expect(await treasury.balances()).toEqual({
      cash: '1.00',
      bank: '2.00',
      receivables: '4.00',
      'sales-revenue': '7.00',
    });
    const { body } = await treasury.eva.get('/seasons/2025/figures').expect(200);
    expect(body).toMatchObject({ revenue: '7.00', receipts: 4, saleLines: 4 });
  });

  test('mirrors what was taken back, on its own day', async () => {
    const [r1, d1] = [sale('R1', '600.00'), delivery('D1', '003', '100.00')];
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R1', 1, r1);
      tx.publish(saleRecorded, 'sale/R2', 1, sale('R2', '400.00'));
      tx.publish(deliveryReceived, 'delivery/D1', 1, d1);
    });
    await service.hear(treasury.coop, (tx) => {
      tx.publish(saleReversed, 'sale/R1', 2, { ...r1, reason: 'x' });
      tx.publish(deliveryReversed, 'delivery/D1', 2, { ...d1, reason: 'x' });
    });
    expect(await treasury.balances(r1.day)).toEqual({
      cash: '400.00',
      'sales-revenue': '400.00',
      'produce-purchases': '0.00',
    });
  });

  test('counts a season’s first and last day, and neither the day before nor the day after', async () => {
    await treasury.open();
    await service.hear(treasury.coop, (tx) =>
      ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'].forEach((day, i) =>
        tx.publish(saleRecorded, `sale/R${i}`, 1, sale(`R${i}`, `${10 ** i}.00`, { day })),
      ),
    );
    const { body } = await treasury.eva.get('/seasons/2025/figures').expect(200);
    expect(body).toMatchObject({ revenue: '110.00', receipts: 2 });
    await treasury.eva.get('/seasons/2031/figures').expect(404);
  });

  test('is read by who keeps the money and who presides, in pages and as CSV', async () => {
    const rows = [1, 2, 3].map((i) => expense(`E${i}`));
    await treasury.treasurer.post('/expenses', { rows }).expect(201);
    const page = await treasury.president.get('/ledger/entries?limit=2').expect(200);
    expect(page.body.items.map(({ code }: { code: string }) => code)).toEqual(['E1', 'E2']);
    const next = await treasury.president.get(`/ledger/entries?limit=2&after=${page.body.next}`).expect(200);
    expect(next.body).toMatchObject({ items: [{ code: 'E3' }], next: null });
    const csv = await treasury.treasurer.get('/expenses', { accept: 'text/csv' }).expect(200);
    expect(csv.text.split('\n')).toHaveLength(5);
    for (const other of [treasury.manager, treasury.eva, treasury.integrator]) {
      await other.get('/ledger/entries').expect(403);
      await other.get('/ledger/balances').expect(403);
    }
    expect((await treasury.treasurer.get('/ledger/balances?on=2025-02-29').expect(400)).body.code).toBe('bad-day');
  });

  test('takes no entry out of balance, no line without an entry, and none twice, not even from its owner', async () => {
    await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(201);
    const line = (code: string, line: number, debit: number, credit: number): Promise<unknown> =>
      service.sql.query(`INSERT INTO ledger_lines VALUES ($1, 'expense', $2, 'record', $3, 'cash', '', $4, $5)`, [
        treasury.coop,
        code,
        line,
        debit,
        credit,
      ]);
    await expect(line('E1', 3, 5, 0)).rejects.toThrow('out of balance');
    await expect(line('E1', 3, 0, 0)).rejects.toThrow('check constraint');
    await expect(
      service.sql.query(
        `INSERT INTO ledger_lines VALUES ($1, 'expense', 'E9', 'record', 1, 'cash', '', 5, 0),
           ($1, 'expense', 'E9', 'record', 2, 'bank', '', 0, 5)`,
        [treasury.coop],
      ),
    ).rejects.toThrow('out of balance');
    const columns = 'coop_id, source, code, posting, day, amount, items, posted_at';
    const entry = (code: string, amount: number, debit: number, credit: number): Promise<unknown> =>
      service.sql.query(
        `WITH entry AS (INSERT INTO ledger_entries (${columns})
           SELECT coop_id, source, $2::text, posting, day, $3::bigint, items, posted_at
           FROM ledger_entries WHERE coop_id = $1 AND source = 'expense' AND code = 'E1' AND posting = 'record')
         INSERT INTO ledger_lines VALUES ($1, 'expense', $2, 'record', 1, 'cash', '', $4, 0),
           ($1, 'expense', $2, 'record', 2, 'bank', '', 0, $5)`,
        [treasury.coop, code, amount, debit, credit],
      );
    await expect(entry('E2', 5, 5, 4)).rejects.toThrow('out of balance');
    await expect(entry('E3', 5, 4, 5)).rejects.toThrow('out of balance');
    await expect(entry('E4', 5, 4, 4)).rejects.toThrow('out of balance');
    await entry('E5', 5, 5, 5);
    await expect(
      service.sql.query(
        `INSERT INTO ledger_entries (${columns}) SELECT ${columns} FROM ledger_entries WHERE coop_id = $1`,
        [treasury.coop],
      ),
    ).rejects.toThrow('unique constraint');
  });
});

describe('the reports of the books', () => {
  type Item = Record<string, string | null>;
  const items = async (path: string): Promise<Item[]> => {
    const { body } = await treasury.treasurer.get(path).expect(200);
    return (body as { items: Item[] }).items;
  };
  const amounts = async (path: string): Promise<Record<string, string | null>> =>
    Object.fromEntries((await items(path)).map(({ code, label, amount }) => [code ?? label, amount ?? null]));

  beforeEach(async () => {
    await treasury.open();
    await treasury.treasurer.post('/grants', { rows: [grant('G1')] }).expect(201);
    await treasury.trade();
    await treasury.treasurer
      .post('/expenses', { rows: [expense('E2', { fundedBy: 'G1', amount: '50.00', spentOn: '2025-08-20' })] })
      .expect(201);
  });

  test('try the books by sums and balances, in the order of the chart', async () => {
    const rows = await items('/ledger/trial-balance?season=2025');
    expect(rows.map(({ code }) => code)).toEqual([
      ...['1', '1.1', '1.1.1', '1.1.1.01', '1.1.1.02', '1.1.2', '1.1.2.02', '1.3', '1.3.1', '1.3.1.01'],
      ...['2', '2.2', '2.2.1', '2.2.1.01', '4', '4.1', '4.1.1', '4.1.1.01'],
      ...['5', '5.1', '5.1.1', '5.1.1.01', '5.2', '5.2.1', '5.2.1.01', null],
    ]);
    expect(rows[3]).toMatchObject({ label: 'Caja', debit: '600.00', credit: '279.38', debitBalance: '320.62' });
    expect(rows.at(-1)).toMatchObject({ debit: '49329.38', credit: '49329.38' });
    expect(rows.at(-1)?.['debitBalance']).toBe(rows.at(-1)?.['creditBalance']);
    const before = await items('/ledger/trial-balance?to=2025-08-03');
    expect(before).toMatchObject([{ code: null, label: 'Total', debit: '0.00', credit: '0.00' }]);
    await treasury.treasurer.get('/ledger/trial-balance?season=2031').expect(404);
    await treasury.treasurer.get('/ledger/trial-balance?from=2025-09-01&to=2025-08-01').expect(400);
  });

  test('show what the co-op has beside whose it is, and the result that the season’s figures have', async () => {
    expect(await amounts('/ledger/balance-sheet?on=2025-08-04')).toMatchObject({
      ...{ '1': '48806.72', '1.1.1.02': '400.00', '1.3': '48000.00', '2': '48000.00' },
      ...{ '3': '806.72', '3.3.1.09': '806.72', 'Pasivo y patrimonio': '48806.72' },
    });
    const { body: figures } = await treasury.treasurer.get('/seasons/2025/figures').expect(200);
    expect(await amounts('/ledger/income-statement?season=2025')).toEqual({
      ...{ '4': '1000.00', '4.1': '1000.00', '4.1.1': '1000.00', '4.1.1.01': '1000.00', '5': '193.28' },
      ...{ '5.1': '100.00', '5.1.1': '100.00', '5.1.1.01': '100.00', '5.2': '93.28', '5.2.1': '93.28' },
      ...{ '5.2.1.01': '93.28', Resultado: (figures as Item)['result'] },
    });
    expect(await amounts('/ledger/income-statement?season=2025&from=2025-08-05')).toEqual({ Resultado: '0.00' });
  });

  test('show an account line by line with what each leaves, over pages and from any day', async () => {
    const sheet = await items('/ledger/sheet?account=cash');
    expect(sheet.map(({ code, balance }) => `${code} ${balance}`)).toEqual([
      ...['A1 -86.10', 'D1 -186.10', 'E1 -279.38', 'R1 320.62'],
    ]);
    const paged: Item[] = [];
    for (let next: string | null = ''; next !== null;) {
      const path = `/ledger/sheet?account=cash&limit=1${next === '' ? '' : `&after=${next}`}`;
      const { body } = await treasury.treasurer.get(path).expect(200);
      const page = body as { items: Item[]; next: string | null };
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(sheet);
    expect(await items('/ledger/sheet?account=restricted-funds&party=G1&from=2025-08-05')).toMatchObject([
      { code: 'E2', party: 'G1', debit: '50.00', credit: '0.00', balance: '47950.00' },
    ]);
    await treasury.treasurer.get('/ledger/sheet?account=nothing').expect(400);
    await treasury.treasurer.get('/ledger/sheet').expect(400);
  });

  test('tell how old it is what members owe, and what is in the funds', async () => {
    expect(await items('/ledger/debts?on=2025-10-03')).toEqual([
      {
        ...{ kind: 'receivable', account: 'member-advances', party: '001', label: 'Anticipos a socias' },
        ...{ total: '86.10', upTo30Days: '0.00', upTo60Days: '86.10', upTo90Days: '0.00', over90Days: '0.00' },
        overdue: '0.00',
      },
    ]);
    await treasury.close();
    await treasury.shareOut();
    const funds = await items('/ledger/funds');
    expect(funds).toMatchObject([
      { fund: 'education', label: 'Fondo de educación', balance: '40.34', toRestore: '0.00' },
      { fund: 'legal-reserve', label: 'Reserva legal', balance: '80.68', toRestore: '0.00' },
    ]);
    const owed = await items('/ledger/debts');
    expect(owed.map(({ kind, account }) => `${kind} ${account}`)).toContain('payable shares-payable');
    const sheet = await amounts('/ledger/balance-sheet');
    expect(sheet['1']).toBe(sheet['Pasivo y patrimonio']);
  });

  const whereHledgerIs = hasHledger() ? test : test.skip;

  whereHledgerIs('go to hledger, which reads them and comes to the same', async () => {
    await treasury.treasurer.post('/expenses/E1/reversal', { reason: 'twice' }).expect(201);
    const pump = { code: 'C1', boughtOn: DAY, name: 'Bomba', amount: '10.00', lifeDays: 3650 };
    await treasury.treasurer.post('/assets', { rows: [pump, { ...pump, code: 'C2' }] }).expect(201);
    const sold = { code: 'X1', disposedOn: '2025-09-01', asset: 'C2', how: 'sold', amount: '9.00', into: 'cash' };
    await treasury.treasurer.post('/asset-disposals', { rows: [{ ...sold, reason: 'too small' }] }).expect(201);
    await treasury.close();
    await treasury.shareOut();
    for (const language of ['es', 'en']) {
      const { text } = await treasury.treasurer
        .get('/ledger/journal', { 'accept-language': language })
        .expect('content-type', 'text/plain; charset=utf-8')
        .expect(200);
      expect(hledger(text, 'check', 'ordereddates', 'commodities')).toBe('');
      const trial = await items('/ledger/trial-balance');
      const byAccount: Record<string, bigint> = {};
      for (const [name, amount] of Object.entries(balancesByHledger(text))) {
        const [code = ''] = name.split(' ');
        byAccount[code] = (byAccount[code] ?? 0n) + readAmount(amount.replace('BOB ', ''), 2);
      }
      for (const { code, account, debitBalance, creditBalance } of trial)
        if (account !== null)
          expect([code, byAccount[code ?? ''] ?? 0n]).toEqual([
            code,
            readAmount(debitBalance ?? '', 2) - readAmount(creditBalance ?? '', 2),
          ]);
      expect(hledger(text, 'balancesheetequity', '-O', 'csv')).toContain('"BOB 48');
    }
    const { text } = await treasury.president.get('/ledger/journal?from=2025-08-05&to=2025-08-31').expect(200);
    expect(hledger(text, 'print', '-O', 'csv').match(/2025-08-20/g)).not.toBeNull();
    expect(text).not.toContain('2025-08-04');
  });
});

describe('own money', () => {
  const load = (path: string, ...rows: object[]): ReturnType<Treasury['treasurer']['post']> =>
    treasury.treasurer.post(path, { rows });
  const take = async (path: string, ...rows: object[]): Promise<void> => {
    await load(path, ...rows).expect(201);
  };
  const refused = async (path: string, row: object, status = 409): Promise<[string, string]> => {
    const { body } = await load(path, row).expect(status);
    const [{ code, pointer } = body] = body.errors ?? [body];
    return [code, pointer];
  };
  const undo = (path: string): ReturnType<Treasury['treasurer']['post']> =>
    treasury.treasurer.post(`${path}/reversal`, { reason: 'twice' });
  const figures = async (): Promise<Record<string, string>> =>
    (await treasury.eva.get('/seasons/2025/figures').expect(200)).body;

  /** As the pack of the year has it. */
  const registerOfAssets = async (): Promise<unknown> => {
    const pack = treasury.president.get('/seasons/2025/papers/annual?format=xlsx').responseType('blob');
    const sheets = await readXlsxFile((await pack.expect(200)).body);
    return sheets.find(({ sheet }) => sheet === 'Registro de bienes durables')?.data.slice(1);
  };

  beforeEach(() => treasury.open());

  test('begins with what there was: each account and party once, against the equity', async () => {
    const opening = (code: string, account: string, amount: string, more: object = {}): object => ({
      ...{ code, openedOn: '2025-07-01', account, amount, ...more },
    });
    const first = [
      opening('O1', 'cash', '500.00'),
      opening('O2', 'funds', '200.00', { party: 'LEGAL-RESERVE' }),
      opening('O3', 'losses-forward', '30.00'),
      opening('O4', 'member-capital', '40.00', { party: '001' }),
    ];
    await take('/opening-balances', ...first);
    expect((await load('/opening-balances', ...first).expect(201)).body).toMatchObject({ recorded: 0, unchanged: 4 });
    expect(await treasury.balances()).toEqual({
      ...{ cash: '500.00', 'funds legal-reserve': '200.00', 'losses-forward': '-30.00' },
      ...{ 'member-capital 001': '40.00', 'opening-equity': '290.00' },
    });
    expect(await refused('/opening-balances', opening('O5', 'cash', '1.00'))).toEqual([
      'opened-twice',
      '/rows/0/account',
    ]);
    for (const [account, party] of [
      ['funds', undefined],
      ['cash', '001'],
    ])
      expect(await refused('/opening-balances', opening('O5', account ?? '', '1.00', { party }), 400)).toEqual([
        ...['bad-field', '/rows/0/party'],
      ]);
    for (const [account, party] of [
      ['funds', 'nothing'],
      ['member-capital', '099'],
    ])
      expect(await refused('/opening-balances', opening('O5', account ?? '', '1.00', { party }), 400)).toEqual([
        ...['unknown-reference', '/rows/0/party'],
      ]);
    await undo('/opening-balances/O1').expect(201);
    await take('/opening-balances', opening('O6', 'cash', '400.00'));
    expect(await figures()).toMatchObject({ revenue: '0.00', ownExpenses: '0.00' });
    await treasury.trade();
    await treasury.close();
    const run = await treasury.calculate();
    const { body: worked } = await treasury.president.get(`/runs/${run}/case`).expect(200);
    expect(worked.books).toMatchObject({
      ...{ priorLosses: '30.00', funds: { 'legal-reserve': { balance: '200.00' } } },
    });
  });

  describe('buys what lasts', () => {
    const greenhouse = (code: string, more: object = {}): object => ({
      ...{ code, boughtOn: '2025-07-01', name: 'Carpa', amount: '1500.00', lifeDays: 1000, fundedBy: 'G1' },
      ...{ rest: '500.00', restFundedBy: 'own', paidFrom: 'bank', ...more },
    });
    beforeEach(() => take('/grants', grant('G1', { amount: '1000.00', receivedOn: '2025-07-01' })));

    test('which is no cost of its day, but its own part is released day by day; what the grant paid never meets the result', async () => {
      await take('/assets', greenhouse('C1'));
      expect((await load('/assets', greenhouse('C1')).expect(201)).body).toMatchObject({ recorded: 0, unchanged: 1 });
      const paid = { bank: '-500.00', 'restricted-cash': '0.00', 'restricted-funds G1': '0.00' };
      expect(await treasury.balances('2025-07-01')).toEqual({
        ...paid,
        ...{ 'assets C1': '1498.50', 'asset-grants G1': '999.00', 'asset-release': '0.50' },
      });
      expect(await treasury.balances('2026-06-30')).toEqual({
        ...paid,
        ...{ 'assets C1': '952.50', 'asset-grants G1': '635.00', 'asset-release': '182.50' },
      });
      expect(await figures()).toMatchObject({ ownExpenses: '182.50', restrictedExpenses: '0.00', result: '-182.50' });
      const { body: sheet } = await treasury.president.get('/ledger/balance-sheet?on=2026-06-30').expect(200);
      const amountOf = (label: string): string =>
        sheet.items.find((row: { label: string }) => row.label === label)?.amount;
      expect([amountOf('Activo'), amountOf('Pasivo y patrimonio')]).toEqual(['452.50', '452.50']);
      await treasury.trade();
      await treasury.close();
      const { body: worked } = await treasury.president.get(`/runs/${await treasury.calculate()}/case`).expect(200);
      expect(worked.books.ownExpenses).toBe((await figures())['ownExpenses']);
    });

    test('with a grant for no more than it has left, and what is taken back gives it back', async () => {
      await take('/assets', greenhouse('C1'));
      expect(await refused('/assets', greenhouse('C2', { amount: '600.00' }))).toEqual([
        ...['grant-exhausted', '/rows/0/amount'],
      ]);
      expect(await refused('/assets', greenhouse('C2', { fundedBy: 'G9' }), 400)).toEqual([
        ...['unknown-reference', '/rows/0/fundedBy'],
      ]);
      await undo('/assets/C1').expect(201);
      expect(await figures()).toMatchObject({ ownExpenses: '0.00', result: '0.00' });
      await take('/assets', greenhouse('C3', { lifeDays: null, name: 'Terreno' }));
      expect(await treasury.balances('2026-06-30')).toMatchObject({ 'assets C3': '1500.00', 'assets C1': '0.00' });
      expect((await treasury.president.get('/assets?fundedBy=G1').expect(200)).body.items).toMatchObject([
        { code: 'C1', lifeDays: 1000, reversal: 'twice' },
        { code: 'C3', lifeDays: null, amount: '1500.00', rest: '500.00', paidFrom: 'bank', reversal: null },
      ]);
      // what was taken back stands in no register
      expect(await registerOfAssets()).toEqual([['C3', 'Terreno', 1500, 0, 1500, '2025-07-01', null]]);
    });
  });

  describe('has no more what it bought to last', () => {
    const pump = (code: string, more: object = {}): object => ({
      ...{ code, boughtOn: '2025-07-01', name: 'Bomba', amount: '1000.00', lifeDays: 1000, paidFrom: 'bank', ...more },
    });
    const gone = (code: string, asset: string, more: object = {}): object => ({
      ...{ code, disposedOn: '2025-10-08', asset, how: 'sold', amount: '700.00', into: 'cash', reason: 'too small' },
      ...more,
    });

    test('which is released until that day, and a gain or a loss by what it brought', async () => {
      await take('/assets', pump('B1'), pump('B2'), pump('B3', { lifeDays: null }));
      await take(
        '/asset-disposals',
        gone('X1', 'b1', { amount: '950.00', recipient: 'Vecino', document: 'F-17' }),
        gone('X2', 'B2', { how: 'lost', amount: '0.00', into: undefined, reason: 'flood' }),
        gone('X3', 'B3', { amount: '400.00', into: 'later' }),
      );
      expect(
        (await load('/asset-disposals', gone('X3', 'B3', { amount: '400.00', into: 'later' })).expect(201)).body,
      ).toMatchObject({ recorded: 0, unchanged: 1 });
      const day = { 'asset-release': '200.00', 'asset-gains': '50.00', 'asset-losses': '1500.00' };
      const after = { ...day, bank: '-3000.00', cash: '950.00', receivables: '400.00' };
      expect(await treasury.balances('2025-10-08')).toEqual({
        ...after,
        ...{ 'assets B1': '0.00', 'assets B2': '0.00', 'assets B3': '0.00' },
      });
      expect(await treasury.balances('2026-06-30')).toMatchObject(after);
      expect(await figures()).toMatchObject({ revenue: '50.00', ownExpenses: '1700.00', result: '-1650.00' });
      expect((await treasury.president.get('/asset-disposals').expect(200)).body.items).toMatchObject([
        {
          ...{ code: 'X1', asset: 'B1', how: 'sold', amount: '950.00', into: 'cash', bookValue: '900.00' },
          ...{ bound: '0.00', restBound: '0.00', recipient: 'Vecino', document: 'F-17', reversal: null },
        },
        { code: 'X2', asset: 'B2', how: 'lost', amount: '0.00', into: null, bookValue: '900.00', reason: 'flood' },
        { code: 'X3', asset: 'B3', into: 'later', bookValue: '1000.00' },
      ]);
      expect((await treasury.president.get('/assets').expect(200)).body.items).toMatchObject([
        { code: 'B1', disposedOn: '2025-10-08' },
        { code: 'B2', disposedOn: '2025-10-08' },
        { code: 'B3', disposedOn: '2025-10-08' },
      ]);
      expect(await registerOfAssets()).toEqual([
        ['B1', 'Bomba', 1000, 100, 0, '2025-07-01', '2025-10-08'],
        ['B2', 'Bomba', 1000, 100, 0, '2025-07-01', '2025-10-08'],
        ['B3', 'Bomba', 1000, 0, 0, '2025-07-01', '2025-10-08'],
      ]);
      const rows = (await treasury.president.get('/ledger/income-statement?season=2025').expect(200)).body.items;
      expect(rows).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ code: '4.2.1.02', label: 'Ganancia en baja de bienes', amount: '50.00' }),
          expect.objectContaining({ code: '5.2.1.05', label: 'Pérdida en baja de bienes', amount: '1500.00' }),
        ]),
      );
      await treasury.trade();
      await treasury.close();
      const { body: worked } = await treasury.president.get(`/runs/${await treasury.calculate()}/case`).expect(200);
      expect(worked.books).toMatchObject({ revenue: '1050.00', ownExpenses: (await figures())['ownExpenses'] });
    });

    test('and of which a grant paid a part: that leaves with it, its part of the price is the grant’s, to be spent or refunded', async () => {
      await take('/grants', grant('G1', { amount: '1000.00', receivedOn: '2025-07-01' }));
      await take('/assets', pump('C1', { amount: '1500.00', fundedBy: 'G1', rest: '500.00', restFundedBy: 'own' }));
      await take('/asset-disposals', gone('X1', 'C1', { amount: '300.01', into: 'bank' }));
      const sold = {
        ...{ bank: '-400.00', 'assets C1': '0.00', 'asset-grants G1': '0.00', 'asset-release': '50.00' },
        ...{ 'asset-losses': '350.00', 'restricted-cash': '200.01', 'restricted-funds G1': '200.01' },
      };
      expect(await treasury.balances()).toEqual(sold);
      expect(await figures()).toMatchObject({ revenue: '0.00', ownExpenses: '400.00', restrictedExpenses: '0.00' });
      const listed = async (): Promise<object> => (await treasury.president.get('/grants').expect(200)).body.items[0];
      expect(await listed()).toMatchObject({ spent: '1000.00', recovered: '200.01', owed: '0.00', left: '200.01' });
      await take('/grant-refunds', { code: 'R1', grant: 'G1', refundedOn: '2025-10-09', amount: '150.00' });
      await take('/expenses', expense('E1', { fundedBy: 'G1', amount: '50.01', spentOn: '2025-10-09' }));
      expect(await listed()).toMatchObject({ left: '0.00' });
      expect(await treasury.balances()).toMatchObject({ 'restricted-cash': '0.00', 'restricted-funds G1': '0.00' });
      const used = await undo('/asset-disposals/X1').expect(409);
      expect(used.body).toMatchObject({ code: 'proceeds-used' });
      await undo('/expenses/E1').expect(201);
      await undo('/asset-disposals/X1').expect(409);
      await undo('/grant-refunds/R1').expect(201);
      await undo('/asset-disposals/X1').expect(201);
      expect(await treasury.balances('2026-06-30')).toMatchObject({
        ...{ 'assets C1': '952.50', 'asset-grants G1': '635.00', 'asset-release': '182.50', 'asset-losses': '0.00' },
        ...{ bank: '-500.00', 'restricted-cash': '0.00', 'restricted-funds G1': '0.00' },
      });
    });

    test('and that a grant paid whose money is to come lowers what its funder owes', async () => {
      await take('/grants', grant('G1', { amount: '1000.00', receivedOn: undefined, agreedOn: '2025-07-01' }));
      await take('/assets', pump('C1', { fundedBy: 'G1' }));
      await take('/asset-disposals', gone('X1', 'C1', { amount: '300.00', into: 'cash' }));
      expect(await treasury.balances()).toMatchObject({ cash: '-700.00', 'grants-receivable G1': '700.00' });
      await take('/grant-receipts', { code: 'P1', grant: 'G1', receivedOn: '2025-10-09', amount: '1000.00' });
      expect(await treasury.balances()).toMatchObject({
        ...{
          cash: '0.00',
          'grants-receivable G1': '0.00',
          'restricted-cash': '300.00',
          'restricted-funds G1': '300.00',
        },
      });
      expect(await figures()).toMatchObject({ revenue: '0.00', ownExpenses: '0.00' });
    });

    test('once, after it was bought, and with a price and a place for it', async () => {
      await take('/grants', grant('G1', { amount: '1000.00', receivedOn: '2025-07-01' }));
      await take('/assets', pump('B1'), pump('B2'), pump('C1', { fundedBy: 'G1' }));
      const says = (more: object, status = 400): Promise<[string, string]> =>
        refused('/asset-disposals', gone('X1', 'B1', more), status);
      expect(await says({ disposedOn: '2025-06-30' })).toEqual(['wrong-order', '/rows/0/disposedOn']);
      expect(await says({ asset: 'B9' })).toEqual(['unknown-reference', '/rows/0/asset']);
      expect(await says({ amount: '0.00' })).toEqual(['bad-field', '/rows/0/amount']);
      expect(await says({ into: undefined })).toEqual(['bad-field', '/rows/0/into']);
      expect(await says({ asset: 'C1', into: 'later' })).toEqual(['bad-field', '/rows/0/into']);
      expect(await treasury.count('asset_disposals')).toBe(0);
      const both = await load('/asset-disposals', gone('X1', 'B1'), gone('X2', 'B1')).expect(409);
      expect(both.body).toMatchObject({ code: 'asset-disposed', pointer: '/rows/1/asset' });
      const twenty = await Promise.all(
        Array.from({ length: 20 }, (_, i) => load('/asset-disposals', gone(`X${i}`, 'B1'))),
      );
      expect(twenty.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
      expect(twenty.filter(({ body }) => body.code === 'asset-disposed')).toHaveLength(19);
      const [{ code }] = (await treasury.president.get('/asset-disposals?asset=B1').expect(200)).body.items;
      expect((await undo('/assets/B1').expect(409)).body).toMatchObject({ code: 'asset-disposed' });
      await undo(`/asset-disposals/${code}`).expect(201);
      await undo('/assets/B1').expect(201);
      expect(await says({ asset: 'B1' })).toEqual(['unknown-reference', '/rows/0/asset']);
      expect(await treasury.balances('2025-10-08')).toMatchObject({ 'assets B1': '0.00', cash: '0.00' });
    });
  });

  test('is carried between cash and bank', async () => {
    await take('/transfers', { code: 'T1', movedOn: DAY, into: 'bank', amount: '70.00' });
    await take('/transfers', { code: 'T2', movedOn: DAY, into: 'cash', amount: '20.00', note: 'for seed' });
    expect(await treasury.balances()).toEqual({ cash: '-50.00', bank: '50.00' });
    await undo('/transfers/T2').expect(201);
    expect(await treasury.balances()).toEqual({ cash: '-70.00', bank: '70.00' });
  });

  test('is counted: what is over is revenue, what is short a cost, each with its reason, and the books say what there is', async () => {
    await service.hear(treasury.coop, (tx) => tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '100.00')));
    const count = (code: string, notes: number, coins: number, reason = ''): object => ({
      ...{ code, countedOn: DAY, reason },
      pieces: [
        { value: '50.00', count: notes },
        { value: '0.50', count: coins },
      ],
    });
    expect(await refused('/cash-counts', count('C1', 1, 99), 400)).toEqual([
      'difference-unexplained',
      '/rows/0/reason',
    ]);
    await take('/cash-counts', count('C1', 2, 0));
    await take('/cash-counts', count('C2', 2, 3, 'a tip'), count('C3', 1, 90, 'change given twice'));
    expect(await treasury.balances()).toMatchObject({ cash: '95.00', 'cash-over': '1.50', 'cash-short': '6.50' });
    expect(await figures()).toMatchObject({ revenue: '101.50', ownExpenses: '6.50', result: '95.00' });
    const { body } = await treasury.president.get('/cash-counts').expect(200);
    expect(body.items).toMatchObject([
      { code: 'C1', counted: '100.00', expected: '100.00' },
      { code: 'C2', counted: '101.50', expected: '100.00', pieces: 2 },
      { code: 'C3', counted: '95.00', expected: '101.50', reason: 'change given twice' },
    ]);
    const csv = await treasury.president.get('/cash-counts?format=csv&headers=names').expect(200);
    expect(csv.text).toContain('C2,2025-08-04,101.50,100.00,a tip,1,50.00,2');
    await undo('/cash-counts/C3').expect(201);
    expect(await figures()).toMatchObject({ revenue: '101.50', ownExpenses: '0.00' });
  });

  test('comes from buyers on credit, or is given up, and never more than they owe', async () => {
    await service.hear(treasury.coop, (tx) =>
      tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '100.00', { payment: 'credit' })),
    );
    await take('/collections', { code: 'V1', receivedOn: DAY, into: 'bank', amount: '60.00', note: 'Tienda Rosa' });
    const lost = { code: 'I1', writtenOffOn: DAY, amount: '40.01', reason: 'she moved away' };
    expect(await refused('/write-offs', lost)).toEqual(['more-than-receivable', '/rows/0/amount']);
    await take('/write-offs', { ...lost, amount: '40.00' });
    expect(await treasury.balances()).toMatchObject({ bank: '60.00', receivables: '0.00', 'write-offs': '40.00' });
    expect(await figures()).toMatchObject({ revenue: '100.00', ownExpenses: '40.00', result: '60.00' });
    const more = { code: 'V2', receivedOn: DAY, into: 'cash', amount: '0.01' };
    expect(await refused('/collections', more)).toEqual(['more-than-receivable', '/rows/0/amount']);
    await undo('/write-offs/I1').expect(201);
    await take('/collections', more);
    expect(await figures()).toMatchObject({ ownExpenses: '0.00' });
  });

  test('pays expenses out of cash or bank, or later, when it is owed to the supplier until it is paid', async () => {
    const owed = { supplier: 'Agro Sur', document: 'F-118', paidFrom: 'later', amount: '100.00' };
    expect(await refused('/expenses', expense('E1', { ...owed, supplier: undefined }), 400)).toEqual([
      ...['bad-field', '/rows/0/supplier'],
    ]);
    await treasury.treasurer.post('/grants', { rows: [grant('G1')] }).expect(201);
    expect(await refused('/expenses', expense('E1', { ...owed, fundedBy: 'G1' }), 400)).toEqual([
      ...['bad-field', '/rows/0/paidFrom'],
    ]);
    await take(
      '/expenses',
      expense('E1', { ...owed, rest: '30.00', restFundedBy: 'G1' }),
      expense('E2', { paidFrom: 'bank', amount: '8.00' }),
    );
    expect(await treasury.balances()).toMatchObject({
      ...{ 'suppliers Agro Sur': '70.00', bank: '-8.00', expenses: '78.00', 'restricted-cash': '47970.00' },
    });
    expect(await figures()).toMatchObject({ ownExpenses: '78.00' });
    const payment = (code: string, amount: string, more: object = {}): object => ({
      ...{ code, paidOn: '2025-08-20', expense: 'E1', paidFrom: 'cash', amount, ...more },
    });
    await take('/supplier-payments', payment('Y1', '50.00'));
    expect(await refused('/supplier-payments', payment('Y2', '20.01'))).toEqual([
      ...['supplier-overpaid', '/rows/0/amount'],
    ]);
    expect(await refused('/supplier-payments', payment('Y2', '1.00', { expense: 'E2' }))).toEqual([
      ...['supplier-overpaid', '/rows/0/amount'],
    ]);
    expect(await refused('/supplier-payments', payment('Y2', '1.00', { paidOn: '2025-08-01' }), 400)).toEqual([
      ...['wrong-order', '/rows/0/paidOn'],
    ]);
    expect((await undo('/expenses/E1').expect(409)).body.code).toBe('expense-paid');
    const debts = (await treasury.treasurer.get('/ledger/debts?on=2025-09-10').expect(200)).body.items;
    expect(debts).toMatchObject([{ kind: 'payable', account: 'suppliers', party: 'Agro Sur', upTo60Days: '20.00' }]);
    await undo('/supplier-payments/Y1').expect(201);
    await undo('/expenses/E1').expect(201);
    expect(await treasury.balances()).toMatchObject({ 'suppliers Agro Sur': '0.00', cash: '0.00', expenses: '8.00' });
  });
});

describe('the runtime role', () => {
  test('sees the rows of one co-op at a time and changes no fact, entry or frozen run', async () => {
    const other = await Treasury.of(service);
    for (const each of [treasury, other]) {
      await each.open();
      await each.trade();
      await each.close();
      await each.shareOut();
    }
    const client = new pg.Client({ connectionString: service.database.url('runtime') });
    await client.connect();
    try {
      const { rows: tables } = await service.sql.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'coop_id' ORDER BY 1`,
      );
      const seen = async (): Promise<string[]> => {
        const found: string[] = [];
        for (const { name } of tables) {
          const { rows } = await client.query<{ coop_id: string }>(`SELECT DISTINCT coop_id FROM ${name}`);
          found.push(...rows.map((row) => row.coop_id));
        }
        return [...new Set(found)];
      };
      expect(await seen()).toEqual([]);
      await client.query(`SELECT set_config('app.coop', $1, false)`, [treasury.coop]);
      expect(await seen()).toEqual([treasury.coop]);
      const facts = ['expenses', 'grants', 'advances', 'deliveries', 'work_records', 'reversals', 'ledger_entries'];
      const derived = ['ledger_lines', 'run_ties', 'run_debts', 'resolutions', 'households'];
      const shares = ['run_summaries', 'run_members', 'run_households'];
      for (const table of [...facts, ...derived, ...shares]) {
        await expect(client.query(`UPDATE ${table} SET coop_id = coop_id`)).rejects.toThrow('permission denied');
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
      }
      for (const column of ['"case"', 'outcome', 'fingerprint', 'season', 'calculated_by'])
        await expect(client.query(`UPDATE runs SET ${column} = ${column}`)).rejects.toThrow('permission denied');
      await expect(client.query(`UPDATE fiscal_seasons SET rule_set = rule_set`)).rejects.toThrow('permission denied');
      await expect(client.query(`INSERT INTO households VALUES ($1, 'F09', 'x')`, [other.coop])).rejects.toThrow(
        'row-level security',
      );
    } finally {
      await client.end();
    }
  });
});
