import type { Client } from '@ayni/api-client/client';
import { passwordOf } from './people.js';

/** Enters facts of every kind for one day; `n` goes into their codes. */
export async function record(client: Client, coop: string, day: string, n: string): Promise<void> {
  const at = `${day}T09:30:00-04:00`;
  const post = (path: string, ...rows: object[]): Promise<unknown> => client.post(`/api/${path}`, { rows });
  const codes = [n, `${n}-${coop}`];
  await post(
    'production/v1/harvests',
    ...codes.map((code) => ({
      ...{ code: `H-${code}`, harvestedAt: at, structure: 'G1', product: 'ONION' },
      ...{ quantity: '50', unit: 'kg', homeUse: '2.5' },
    })),
  );
  const labour = (prefix: string): object[] =>
    codes.map((code, i) => ({
      ...{ code: `${prefix}-${code}`, workedOn: day, member: i === 0 ? '001' : '002' },
      ...{ activity: `Watering ${coop}`, minutes: 60 + i },
    }));
  await post('production/v1/work', ...labour('W'));
  // who entered it does not confirm it where there is another
  const second = client.as('second', passwordOf(coop));
  await second.post('/api/production/v1/confirmations', { codes: codes.map((code) => `W-${code}`) });
  await post('production/v1/care', ...labour('C'));
  await post(
    'inventory/v1/deliveries',
    ...codes.map((code, i) => ({
      ...{ code: `D-${code}`, deliveredAt: at, member: i === 0 ? '001' : '002', product: 'ONION' },
      ...{ quantity: '2', unit: 'arroba', unitPrice: '37.33' },
    })),
  );
  await post(
    'inventory/v1/losses',
    ...codes.map((code) => ({
      ...{ code: `L-${code}`, lostAt: at, product: 'ONION' },
      ...{ quantity: '1.5', unit: 'kg', reason: `Frost ${coop}` },
    })),
  );
  await post(
    'inventory/v1/gifts',
    ...codes.map((code) => ({
      ...{ code: `G-${code}`, givenAt: at, product: 'ONION' },
      ...{ quantity: '0.5', unit: 'kg', recipient: `School ${coop}` },
    })),
  );
  await client.as('seller', passwordOf(coop)).post('/api/sales/v1/sales', {
    rows: codes.map((code) => ({
      ...{ receipt: `R-${code}`, soldAt: at, market: `Market ${coop}`, payment: 'cash' },
      lines: [{ product: 'ONION', quantity: '20', unit: 'kg', unitPrice: '12.50' }],
    })),
  });
  await post(
    'profit-sharing/v1/grants',
    ...codes.map((code) => ({
      ...{ code: `S-${code}`, funder: `Funder ${coop}`, purpose: `Greenhouses ${coop}` },
      ...{ amount: '1000.00', receivedOn: day, restricted: true, document: `Agreement ${coop}` },
      lines: [{ name: `Greenhouses ${coop}`, amount: '1000.00' }],
    })),
  );
  await post(
    'profit-sharing/v1/expenses',
    { code: `E-${n}`, spentOn: day, category: `Seed ${coop}`, amount: '20.00', fundedBy: 'own' },
    {
      ...{ code: `E-${n}-${coop}`, spentOn: day, category: `Shed ${coop}`, amount: '300.00' },
      lines: [
        { category: `Film ${coop}`, amount: '200.00', fundedBy: `S-${n}`, budgetLine: `Greenhouses ${coop}` },
        { category: `Rope ${coop}`, amount: '100.00', fundedBy: `S-${n}` },
      ],
    },
  );
  for (const [kind, prefix, more] of [
    ['receipts', 'P', { grant: 'S-agreed', receivedOn: day, amount: '30.00' }],
    ['refunds', 'B', { grant: 'S-came', refundedOn: day, amount: '10.00' }],
    ['write-offs', 'X', { grant: 'S-agreed', writtenOffOn: day, amount: '2.00', reason: `Too late ${coop}` }],
  ] as const)
    await post(`profit-sharing/v1/grant-${kind}`, ...codes.map((code) => ({ ...more, code: `${prefix}-${code}` })));
  await post(
    'profit-sharing/v1/advances',
    ...codes.map((code, i) => ({
      ...{ code: `A-${code}`, paidOn: day, member: i === 0 ? '001' : '002' },
      ...{ amount: '5.00', note: `Advance ${coop}` },
    })),
  );
  const owed = codes.map((code) => ({ member: '001', amount: '5.00', note: `Owed ${coop}`, code }));
  await post(
    'profit-sharing/v1/loans',
    ...owed.map((row) => ({ ...row, code: `N-${row.code}`, paidOn: day, firstDueOn: day, instalments: 2 })),
  );
  await post('profit-sharing/v1/fines', ...owed.map((row) => ({ ...row, code: `M-${row.code}`, imposedOn: day })));
  await post(
    'profit-sharing/v1/repayments',
    ...codes.map((code) => ({ code: `Q-${code}`, paidOn: day, debt: 'N-agreed', amount: '1.00' })),
  );
  await post(
    'profit-sharing/v1/certificates',
    ...codes.map((code) => ({ code: `K-${code}`, boughtOn: day, member: '001', count: 1, valueEach: '50.00' })),
  );
  await post(
    'profit-sharing/v1/certificates',
    ...codes.map((code) => ({ code: `KG-${code}`, boughtOn: day, member: '001', count: 3, valueEach: '50.00' })),
  );
  await post(
    'profit-sharing/v1/certificate-transfers',
    ...codes.map((code) => ({
      ...{ code: `KT-${code}`, transferredOn: day, certificate: `KG-${code}`, taker: '002', count: 1 },
      ...{ rest: `KR-${code}`, document: `Will ${coop}` },
    })),
  );
  await post(
    'profit-sharing/v1/contributions',
    ...codes.map((code) => ({
      ...{ code: `KC-${code}`, broughtOn: day, certificate: 'KO-agreed' },
      ...{ resolution: 'U-agreed', minutes: 30 },
    })),
  );
  await post(
    'profit-sharing/v1/certificate-withdrawals',
    ...codes.map((code) => ({ code: `Z-${code}`, withdrawnOn: day, certificate: `K-${code}` })),
  );
  await post(
    'profit-sharing/v1/fund-uses',
    ...codes.map((code) => ({
      ...{ code: `U-${code}`, usedOn: day, fund: 'legal-reserve', amount: '0.00' },
      ...{ purpose: `Books ${coop}`, resolution: 'U-agreed' },
    })),
  );
  await handleCash(post, { codes, coop, day });
}

/** Records what happens to own money beside expenses, which leaves the books of the co-op as they are but for what is paid. */
async function handleCash(
  post: (path: string, ...rows: object[]) => Promise<unknown>,
  { codes, coop, day }: { readonly codes: readonly string[]; readonly coop: string; readonly day: string },
): Promise<void> {
  const each = (path: string, prefix: string, more: object): Promise<unknown> =>
    post(`profit-sharing/v1/${path}`, ...codes.map((code) => ({ ...more, code: `${prefix}-${code}` })));
  await each('transfers', 'T', { movedOn: day, into: 'bank', amount: '1.00', note: `Bank ${coop}` });
  await each('collections', 'V', { receivedOn: day, into: 'cash', amount: '0.00', note: `Buyer ${coop}` });
  await each('write-offs', 'I', { writtenOffOn: day, amount: '0.00', reason: `Moved away ${coop}` });
  await each('supplier-payments', 'Y', { paidOn: day, expense: 'E-owed', paidFrom: 'bank', amount: '1.00' });
  const pieces = [{ value: '10.00', count: 1 }];
  await each('assets', 'AS', { boughtOn: day, name: `Pump ${coop}`, amount: '0.00', lifeDays: 365, paidFrom: 'bank' });
  await post(
    'profit-sharing/v1/asset-disposals',
    ...codes.map((code) => ({
      ...{ code: `AD-${code}`, disposedOn: day, asset: `AS-${code}`, how: 'scrapped', amount: '0.00' },
      ...{ recipient: `Buyer ${coop}`, reason: `Broken ${coop}`, document: `Slip ${coop}` },
    })),
  );
  const line = { bookedOn: day, statement: 'bank', direction: 'in', amount: '1.00', balance: '3.00' };
  await each('bank-lines', 'BL', { ...line, reference: '4711', note: `Bank ${coop}` });
  await post(
    'profit-sharing/v1/bank-matches',
    ...codes.map((code) => ({
      ...{ code: `BM-${code}`, matchedOn: day, bankLine: `BL-${code}` },
      documents: [{ source: 'transfer', document: `T-${code}` }],
    })),
  );
  await each('cash-counts', 'J', { countedOn: day, pieces, reason: `Tin ${coop}` });
  await post(
    'profit-sharing/v1/old-seasons',
    ...codes.map((code, i) => ({
      ...{
        code: `OS-${code}`,
        firstDay: `${2000 + i}${day.slice(4)}`,
        lastDay: `${2000 + i}${day.slice(4)}`,
        openedOn: day,
      },
      lines: [{ household: 'F01', share: '1.00', paid: '1.00' }],
    })),
  );
  await post(
    'profit-sharing/v1/opening-balances',
    ...codes.map((code) => ({
      ...{ code: `O-${code}`, openedOn: day, account: 'suppliers' },
      ...{ party: `Supplier ${coop} ${code}`, amount: '2.00' },
    })),
  );
}

/** What the codes of each kind of fact begin with. */
export const PREFIXES = {
  production: { harvests: 'H', work: 'W', care: 'C' },
  inventory: {
    deliveries: 'D',
    losses: 'L',
    gifts: 'G',
  },
  sales: { sales: 'R' },
  'profit-sharing': {
    expenses: 'E',
    grants: 'S',
    'grant-receipts': 'P',
    'grant-refunds': 'B',
    'grant-write-offs': 'X',
    advances: 'A',
    loans: 'N',
    fines: 'M',
    repayments: 'Q',
    'certificate-withdrawals': 'Z',
    'certificate-transfers': 'KT',
    contributions: 'KC',
    certificates: 'K',
    'fund-uses': 'U',
    transfers: 'T',
    collections: 'V',
    'write-offs': 'I',
    'supplier-payments': 'Y',
    'asset-disposals': 'AD',
    assets: 'AS',
    'bank-lines': 'BL',
    'bank-matches': 'BM',
    'cash-counts': 'J',
    'opening-balances': 'O',
    'old-seasons': 'OS',
  },
};

/** Takes one fact of every kind back, and sells what the store does not have. */
export async function takeBack(client: Client, coop: string, n: string): Promise<void> {
  const reason = `Written twice ${coop}`;
  for (const [service, kinds] of Object.entries(PREFIXES))
    for (const [kind, prefix] of Object.entries(kinds))
      await client.post(`/api/${service}/v1/${kind}/${prefix}-${n}-${coop}/reversal`, { reason });
  const lines = [{ product: `P-${coop}`, quantity: '5', unit: 'kg', unitPrice: '8.00' }];
  await client.post('/api/sales/v1/sales', {
    rows: [
      {
        receipt: `R-short-${coop}`,
        soldAt: '2025-08-11T09:30:00-04:00',
        market: 'Villa Dolores',
        payment: 'qr',
        lines,
      },
    ],
  });
}
