import type { Client } from '@ayni/api-client/client';

/** Agrees grants that facts of every kind can name: one whose money is to come, which paid an expense, and one that came. */
export async function agreeGrants(client: Client, coop: string, day: string): Promise<void> {
  const grant = { funder: `Funder ${coop}`, purpose: `Tanks ${coop}`, amount: '1000.00', restricted: true };
  await client.post('/api/profit-sharing/v1/grants', {
    rows: [
      { ...grant, code: 'S-agreed', agreedOn: day },
      { ...grant, code: 'S-came', receivedOn: day },
    ],
  });
  await client.post('/api/profit-sharing/v1/expenses', {
    rows: [{ code: 'E-agreed', spentOn: day, category: `Tank ${coop}`, amount: '500.00', fundedBy: 'S-agreed' }],
  });
}

/** Of facts of every kind that are dated elsewhere, such as beside a season. */
const SUFFIXES = ['0', '1', 'beside-0', 'beside-1', 'inside'];

/** Lends what can be brought back, has certificates that can be given up or passed on and lines that can be matched, and lets a fund be used. */
export async function agreeMoney(client: Client, coop: string, day: string): Promise<void> {
  const base = '/api/profit-sharing/v1';
  await client.post(`${base}/loans`, {
    rows: [{ code: 'N-agreed', paidOn: day, member: '001', amount: '1000.00', note: `Roof ${coop}` }],
  });
  const once = ['agreed', coop, ...SUFFIXES.map((suffix) => `of-${suffix}`)];
  await client.post(`${base}/transfers`, {
    rows: once.map((code) => ({ code: `T-${code}`, movedOn: day, into: 'bank', amount: '1.00' })),
  });
  await client.post(`${base}/bank-lines`, {
    rows: once.map((code) => ({
      ...{ code: `BL-${code}`, bookedOn: day, statement: 'bank', direction: 'in', amount: '1.00' },
    })),
  });
  await client.post(`${base}/assets`, {
    rows: once.map((code) => ({
      ...{ code: `AS-${code}`, boughtOn: day, name: `Mill ${coop}`, amount: '0.00', paidFrom: 'bank' },
    })),
  });
  await client.post(`${base}/certificates`, {
    rows: once.flatMap((code) =>
      // to be given up, and to be passed on
      [`K-${code}`, `KG-${code}`].map((kept) => {
        return { code: kept, boughtOn: day, member: '001', count: 2, valueEach: '50.00' };
      }),
    ),
  });
  await client.post(`${base}/certificates`, {
    rows: [{ code: 'KO-agreed', boughtOn: day, member: '001', count: 20, valueEach: '50.00', paidAtOnce: '0.00' }],
  });
  await client.post(`${base}/expenses`, {
    rows: [
      {
        ...{ code: 'E-owed', spentOn: day, category: `Seed ${coop}`, amount: '1000.00' },
        ...{ supplier: `Supplier ${coop}`, document: `Invoice ${coop}`, paidFrom: 'later' },
      },
    ],
  });
  await client.post(`${base}/certificate-types`, {
    rows: [{ code: 'capital', name: `Capital ${coop}`, value: '50.00' }],
  });
  await client.post(`${base}/payees`, { rows: [{ code: 'F01', pays: 'transfer', payee: `Payee ${coop}` }] });
  const adopted = await client.command('/api/members/v1/resolutions', {
    rows: [
      {
        ...{ number: 'U-agreed', adoptedOn: day, subject: `School ${coop}`, votesFor: 1 },
        covers: [
          { kind: 'fund-use', fund: 'legal-reserve', amount: '100.00' },
          { kind: 'work-scale', amount: '2.00' },
        ],
      },
    ],
  });
  await client.settled(adopted, 'profit-sharing');
}
