import { createHash } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { dayIn, parseZone, type Instant } from '@ayni/kernel';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { operate } from './operate.js';

const SETTLING = ['production', 'inventory', 'sales', 'profit-sharing'] as const;

/** The rules of the small co-op's seasons, in the words of the API. */
export const RULES = {
  code: 'by-work',
  steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
  bases: [
    { basis: 'work-minutes', percent: '60.00' },
    { basis: 'value-delivered', percent: '40.00' },
  ],
  offsets: { order: ['advance'] },
};

/** Rules by which a season can be shared whoever worked or delivered. */
export const EQUAL_RULES = { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };

/** The season that a small co-op has closed and shared, and the one that is open. */
export const CLOSED = '2025-1';
export const OPEN = '2025-2';

/** Who signs in to a small co-op beside `first`, who made it. */
export const USERS = [
  { name: 'second', roles: ['president'] },
  { name: 'treasurer', roles: ['treasurer'] },
  { name: 'manager', roles: ['manager'] },
  { name: 'seller', roles: ['seller'] },
  { name: 'integrator', roles: ['integrator'] },
  { name: 'martina', roles: ['member'], member: '001' },
  { name: 'felipa', roles: ['member'], member: '002' },
] as const;

/** The password of everybody in a co-op. */
export const passwordOf = (coop: string): string => `${coop} password`;

/** Makes the co-op of a system that has none, and signs its first user in. */
export const setUp = (system: { url: string; setupCode: string }, coop: string): Promise<Client> =>
  Client.setUp(
    system.url,
    system.setupCode,
    { code: coop, name: `Co-op ${coop}`, currency: 'BOB', timezone: 'America/La_Paz' },
    { name: 'first', password: passwordOf(coop) },
  );

const begun = new WeakSet<SystemProcess>();

/** The same in a system that other journeys may share: the operator makes whatever co-op is not its first. */
export async function openCoop(system: SystemProcess, coop: string): Promise<Client> {
  if (!begun.has(system)) {
    begun.add(system);
    return setUp(system, coop);
  }
  const create = ['coop', 'create', '--data', system.folder, '--code', coop, '--name', `Co-op ${coop}`];
  const { status, errors } = await operate([...create, '--user', 'first'], `${passwordOf(coop)}\n`);
  if (status !== 0) throw new Error(errors);
  return new Client(system.url, { coop, user: 'first', password: passwordOf(coop) });
}

/**
 * Fills every list of a co-op with a few records: a season of a family farm, closed and shared, and the beginning of
 * the next. Everything that a person wrote names the co-op, and beside the records whose codes any co-op might use
 * there is one whose code names it. @returns the id of the approved run
 */
export async function fill(client: Client, coop: string): Promise<string> {
  await register(client, coop);
  const season = (code: string, from: string, to: string): object => ({
    code,
    name: `Season ${code} of ${coop}`,
    from,
    to,
    cashUnit: '0.10',
    ruleSet: RULES,
  });
  await client.post('/api/profit-sharing/v1/seasons', {
    rows: [season(CLOSED, '2025-01-01', '2025-06-30'), season(OPEN, '2025-07-01', '2025-12-31')],
  });
  await client.post('/api/profit-sharing/v1/own-rule-sets', { rows: [{ code: 'own-1', name: `Rules of ${coop}` }] });
  const version = { from: '2026-01-01', ruleSet: { ...RULES, code: 'own-1' } };
  await client.post('/api/profit-sharing/v1/own-rule-sets/own-1/versions', version);
  await record(client, coop, '2025-03-10', '1');
  await record(client, coop, '2025-08-10', '2');
  await takeBack(client, coop, '2');
  await assemble(client, coop);
  return shareOut(client, coop);
}

/** Names families, members, users, products and places, and waits until all services know them. */
export async function register(client: Client, coop: string): Promise<void> {
  const household = (code: string): object => ({ code, name: `Family ${code} ${coop}`, community: `Chacoma ${coop}` });
  const member = (number: string, home: string): object => ({
    number,
    givenNames: `Martina ${coop}`,
    surnames: `Yujra ${coop}`,
    sex: 'F',
    birthYear: 1980,
    household: home,
    joinedOn: '2024-01-01',
  });
  const product = (code: string): object => ({ code, name: `Onion ${coop}`, stockUnit: 'g', shelfLifeDays: 30 });
  const unit = (code: string, name: string, factor: string): object => ({
    product: code,
    unit: name,
    factor,
    validFrom: '2024-01-01',
  });
  const commands = [
    await client.command('/api/members/v1/households', {
      rows: [household('F01'), household('F02'), household(`F-${coop}`)],
    }),
    await client.command('/api/members/v1/members', {
      rows: [member('001', 'F01'), member('002', 'F02'), member(`M-${coop}`, `F-${coop}`)],
    }),
    await client.command('/api/inventory/v1/products', { rows: [product('ONION'), product(`P-${coop}`)] }),
    await client.command('/api/inventory/v1/units', {
      rows: [unit('ONION', 'kg', '1000'), unit('ONION', 'arroba', '11500'), unit(`P-${coop}`, 'kg', '1000')],
    }),
  ];
  for (const service of SETTLING) for (const command of commands) await client.settled(command, service);
  await nameUsers(client, coop, USERS);
  const buyer = { name: `buyer-${coop}`, roles: ['integrator'], password: `${passwordOf(coop)} at first` };
  await client.post('/api/members/v1/users', { rows: [buyer] });
  await client.post('/api/production/v1/structures', {
    rows: ['G1', `G-${coop}`].map((code) => ({ code, name: `Greenhouse ${coop}`, kind: 'greenhouse', areaM2: '96' })),
  });
  for (const content of [paper(), paper(coop)]) {
    await client.bring('/api/production/v1/attachments', content);
    await client.bring('/api/inventory/v1/attachments', content);
    await client.bring('/api/profit-sharing/v1/attachments', content);
  }
  await client.post('/api/sales/v1/markets', { rows: [{ name: 'Villa Dolores' }, { name: `Market ${coop}` }] });
  await client.post('/api/profit-sharing/v1/funds', {
    rows: ['legal-reserve', `fund-${coop}`].map((code) => ({ code, nameEs: `Reserva de ${coop}` })),
  });
  await agreeGrants(client, coop, '2025-01-06');
  await agreeMoney(client, coop, '2025-01-06');
}

/** A paper that a co-op keeps: the same in each, or one that names it. */
const paper = (of = 'any co-op'): Buffer => Buffer.from(`%PDF-1.7 of ${of}\n%%EOF`);

/** By what a paper is known. */
export const hashOfPaper = (of?: string): string => createHash('sha256').update(paper(of)).digest('hex');

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

/** Names users, and has each choose the password of the co-op. */
export async function nameUsers(
  client: Client,
  coop: string,
  users: readonly { readonly name: string; readonly roles: readonly string[] }[],
): Promise<void> {
  const given = `${passwordOf(coop)} at first`;
  await client.post('/api/members/v1/users', { rows: users.map((user) => ({ ...user, password: given })) });
  for (const { name } of users)
    await client.as(name, given).post('/api/members/v1/password', { current: given, password: passwordOf(coop) });
}

/** Enters facts of every kind for one day; `n` goes into their codes. */
async function record(client: Client, coop: string, day: string, n: string): Promise<void> {
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
async function takeBack(client: Client, coop: string, n: string): Promise<void> {
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

/** The code of the assembly that a filled co-op held. */
export const ASSEMBLY = '2025-07-04';

/** Holds an assembly, which resolves nothing. */
async function assemble(client: Client, coop: string): Promise<void> {
  const at = `/api/members/v1/assemblies/${ASSEMBLY}`;
  const rules = { ...Object((await client.get('/api/members/v1/assembly-rules/current')).value), noticeDays: 5 };
  await client.post('/api/members/v1/assembly-rules', rules);
  const motion = (subject: string): object => ({ kind: 'ordinary', subject: `${subject} ${coop}` });
  await client.post('/api/members/v1/assemblies', {
    ...{ startsAt: `${ASSEMBLY}T09:00:00-04:00`, place: `Sede ${coop}`, calledOn: '2025-06-20' },
    agenda: [motion('Open'), motion('Secret')],
  });
  await client.post(`${at}/attendance`, { rows: ['001', '002'].map((member) => ({ member, present: true })) });
  await client.post(`${at}/opening`, { openedAt: `${ASSEMBLY}T09:40:00-04:00` });
  await client.post(`${at}/items/1/ballot`, { ballot: 'open' });
  await client.post(`${at}/items/1/votes`, { rows: [{ member: '001', choice: 'against' }] });
  await client.post(`${at}/items/1/result`, {});
  await client.post(`${at}/items/2/ballot`, { ballot: 'secret' });
  for (const user of ['first', 'second'])
    await client
      .as(user, passwordOf(coop))
      .post(`${at}/items/2/counts`, { votesFor: 1, votesAgainst: 1, abstentions: 0 });
  await client.post(`${at}/items/2/result`, {});
  await client.post(`${at}/closing`, {});
}

type Carried = { readonly number: string; readonly adoptedOn: string; readonly subject: string };

/** Has the assembly carry the shares of a run, and waits until profit-sharing knows it. */
export async function carry(client: Client, run: string, resolution: Carried): Promise<void> {
  const shares = await client.get(`/api/profit-sharing/v1/runs/${run}`);
  const [season, fingerprint] = [shares.field('season').text, shares.field('fingerprint').text];
  await adopt(client, resolution, { kind: 'run', season, fingerprint });
}

/** Has the assembly carry the first version of a co-op's own rules, as {@link carry} has it carry shares. */
export async function carryRules(client: Client, ruleSet: string, number: string): Promise<void> {
  const shown = await client.get(`/api/profit-sharing/v1/own-rule-sets/${ruleSet}`);
  const fingerprint = shown.field('written').list[0]?.field('fingerprint').text;
  await adopt(client, { number, adoptedOn: '2025-12-31', subject: 'Rules' }, { kind: 'rule-set', fingerprint });
}

async function adopt(client: Client, resolution: Carried, covered: object): Promise<void> {
  const votes = { votesFor: 2, votesAgainst: 0, abstentions: 0 };
  const adopted = await client.command('/api/members/v1/resolutions', {
    rows: [{ ...resolution, ...votes, covers: [covered] }],
  });
  await client.settled(adopted, 'profit-sharing');
}

/** The day that it is for the small co-op. */
export const today = (): string => dayIn(parseZone('America/La_Paz'), new Date().toISOString() as Instant);

/** Pays the first family what it is owed, ends that payout, and has another one confirmed, of which nobody is paid. */
async function payOut(client: Client, coop: string, run: string): Promise<void> {
  const at = '/api/profit-sharing/v1';
  const begin = async (code: string, households: readonly string[]): Promise<void> => {
    const ways = households.map((household) => ({ household, way: 'qr' }));
    await client.post(`${at}/runs/${run}/payouts`, { code, rule: 'same-part', resolution: '7', ways });
    await client.as('second', passwordOf(coop)).post(`${at}/payouts/${code}/confirmation`, {});
  };
  const pay = (code: string, payout: string, household: string): Promise<unknown> =>
    client.post(`${at}/household-payments`, { rows: [{ code, payout, household, paidOn: today() }] });
  const template = Object((await client.get(`${at}/bank-template/current`)).value);
  const columns = [{ shows: 'account', heading: `Cuenta ${coop}` }];
  await client.post(`${at}/bank-template`, { ...template, columns });
  await begin('PO-1', ['F01', 'F02']);
  await pay('HP-1', 'PO-1', 'F01');
  await client.post(`${at}/payouts/PO-1/end`, { reason: `Nobody else came ${coop}` });
  await begin(`PO-${coop}`, ['F02']);
  await pay(`HP-${coop}`, `PO-${coop}`, 'F02');
  await client.post(`${at}/household-payments/HP-${coop}/reversal`, { reason: `Written twice ${coop}` });
  await client.post(`${at}/unclaimed-shares/rule`, { afterDays: 0, fund: 'legal-reserve', resolution: '7' });
  for (const code of ['LA-1', `LA-${coop}`]) {
    const row = { code, lapsedOn: today(), household: 'F02', resolution: '7' };
    await client.post(`${at}/lapses`, { rows: [row] });
    await client.post(`${at}/lapses/${code}/reversal`, { reason: `Came after all ${coop}` });
  }
}

/** Closes the first season, works its shares out and has `second` approve them. */
async function shareOut(client: Client, coop: string): Promise<string> {
  const lines = [{ product: 'ONION', quantity: '20', unit: 'kg', unitPrice: '100.00' }];
  const fair = {
    receipt: 'R-fair',
    soldAt: '2025-06-20T09:30:00-04:00',
    market: `Market ${coop}`,
    payment: 'qr',
    lines,
  };
  await client.post('/api/sales/v1/sales', { rows: [fair] });
  await closeSeason(client, CLOSED);
  const calculated = await client.post(`/api/profit-sharing/v1/seasons/${CLOSED}/runs`, {});
  const run = calculated.field('run').field('id').text;
  await client.post(`/api/profit-sharing/v1/runs/${run}/proposal`, {});
  for (const number of ['7', `7-${coop}`])
    await carry(client, run, { number, adoptedOn: '2025-07-05', subject: `Shares of ${coop}` });
  const second = client.as('second', passwordOf(coop));
  await second.post(`/api/profit-sharing/v1/runs/${run}/approval`, { resolution: '7' });
  await payOut(client, coop, run);
  return run;
}
