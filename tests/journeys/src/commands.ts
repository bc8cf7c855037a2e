import type { Caller, Method, Reply } from './caller.js';
import { CLOSED, OPEN, RULES, today } from './small-coop.js';

/** A command that a filled small co-op takes, once, in its turn. */
export type Good = {
  readonly route: string;
  readonly method: Exclude<Method, 'GET'>;
  readonly path: string;
  readonly body: object;
  /** Another body, which the route would take as well. */
  readonly other: object;
  /** Where the other one is sent, for a route that takes no body. */
  readonly otherPath?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who sends it, where that is not `first`. */
  readonly by?: 'first' | 'second';
  /** Who writes nothing needs no Idempotency-Key. */
  readonly keyless?: boolean;
};

/** What commands need to know of the co-op that they are sent to. */
export type World = {
  readonly coop: string;
  readonly password: string;
  /** The run that was approved. */
  readonly run: string;
};

/** The number of the resolution that carries the run which is to be approved. */
export const CARRIED = '10';
/** The number of the resolution that covers the own rules of these commands. */
export const RULES_CARRIED = '11';

/** The id of a run that nobody has. */
export const NO_RUN = '0198a000-0000-7000-8000-000000000000';

const VOTED = { cashUnit: '0.10', ruleSet: RULES };
const OWN = { ...RULES, code: 'own-9' };
const DAY = '2025-09-01';
/** Later than that. */
const BACK = '2025-12-20';
const AT = `${DAY}T10:00:00-04:00`;

const CALL = { startsAt: AT, place: 'Fence', calledOn: '2025-08-01', agenda: [{ kind: 'ordinary', subject: 'Fence' }] };
const ASSEMBLY_RULES = {
  ...{ noticeDays: 10, lateCall: 'refused', firstQuorumPercent: 50, secondCallMinutes: 30, secondQuorum: 1 },
  ...{ twoThirds: ['statute'], twoThirdsOf: 'present', admission: 'free' },
};

const BANK_TEMPLATE = {
  columns: [{ shows: 'account', heading: 'Cuenta' }],
  ...{ separator: 'semicolon', decimalSign: 'comma', withHeadings: true, encoding: 'latin-1' },
};

/**
 * A dated fact for each route that records one, in a co-op that has {@link register}ed: the row of the good command at
 * another time, under a code of its own. Certificates are given up once, and lines matched once: those that they name are there as the
 * co-op is filled.
 */
export function datedFacts(coop: string, at: string, suffix: string): DatedFact[] {
  const commands = goodCommands({ coop, password: '', run: '' });
  return commands.flatMap(({ route, path, body }) => {
    const reversal = commands.find(
      (other) => other.route.startsWith(`${route}/{`) && other.route.endsWith('/reversal'),
    );
    // a household is paid of an approved run, and not before that
    if (!reversal || /\/(household-payments|lapses)$/.test(route)) return [];
    const named = /"(?:code|receipt)":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
    const dated = /"(\w+)":"2025-09-01/.exec(JSON.stringify(body))?.[1];
    if (named === undefined || dated === undefined) throw new Error(`${route} records nothing on a day`);
    const code = `${named}-${suffix}`;
    const text = JSON.stringify(body)
      .replaceAll(AT, at)
      .replaceAll(DAY, at.slice(0, DAY.length))
      .replaceAll(`${OLD_YEAR}-`, `${oldYearOf(suffix)}-`);
    const moved: object = JSON.parse(
      text.replaceAll(`"${named}"`, `"${code}"`).replaceAll(/"(KG?|BL|T|AS)-agreed"/g, `"$1-of-${suffix}"`),
    );
    return [{ path, body: moved, code, dated, reversal: reversal.path.replace(named, code) }];
  });
}

/** Seasons of before share no day: each has a year of its own. */
const OLD_YEAR = 1997;
const oldYearOf = (suffix: string): number =>
  1900 + ([...suffix].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 97);

/** A fact to record, and what takes it back. */
export type DatedFact = {
  readonly path: string;
  readonly body: object;
  readonly code: string;
  /** The field that says when it was. */
  readonly dated: string;
  readonly reversal: string;
};

/** For every route that changes something, a command that a filled co-op takes; references are to what {@link fill} made. */
export function goodCommands({ coop, password, run }: World): Good[] {
  const post = (path: string, body: object, other: object, more: Partial<Good> = {}): Good => ({
    ...{ route: `POST ${path}`, method: 'POST', path, body, other },
    ...more,
  });
  const load = (path: string, row: object, change: object): Good =>
    post(`/api/${path}`, { rows: [row] }, { rows: [{ ...row, ...change }] });
  const reversal = (path: string, code: string, name = 'code'): Good => ({
    ...post(`/api/${path}/${code}/reversal`, { reason: 'entered twice' }, { reason: 'entered three times' }),
    route: `POST /api/${path}/{${name}}/reversal`,
  });
  const correction = (path: string, name: string, body: object, other: object, version = 1): Good => {
    const [, thing = '', code = ''] = /^([^/]+\/v1\/[^/]+)\/(.+)$/.exec(path) ?? [];
    return {
      ...post(`/api/${thing}/${code}`, body, other),
      ...{ method: 'PATCH', route: `PATCH /api/${thing}/${name}`, headers: { 'if-match': `"${version}"` } },
    };
  };
  const ofSeason = (what: string, body: object = {}, other: object = {}): Good => ({
    ...post(`/api/profit-sharing/v1/seasons/${OPEN}/${what}`, body, other),
    route: `POST /api/profit-sharing/v1/seasons/{code}/${what}`,
    otherPath: `/api/profit-sharing/v1/seasons/${CLOSED}/${what}`,
  });
  const ofOwnRules = (what: string, body: object, other: object): Good => ({
    ...post(`/api/profit-sharing/v1/own-rule-sets/own-9/${what.replace('{version}', '1')}`, body, other),
    route: `POST /api/profit-sharing/v1/own-rule-sets/{code}/${what}`,
  });
  const ofRun = (what: string, body: object, other: object): Good => ({
    ...post(`/api/profit-sharing/v1/runs/${run}/${what}`, body, other),
    route: `POST /api/profit-sharing/v1/runs/{id}/${what}`,
  });
  const ofPayout = (code: string, what: string, body: object = {}, other: object = {}): Good => ({
    ...post(`/api/profit-sharing/v1/payouts/${code}/${what}`, body, other),
    route: `POST /api/profit-sharing/v1/payouts/{code}/${what}`,
  });
  const produce = { product: 'ONION', quantity: '1.5', unit: 'kg' };
  const labour = { workedOn: DAY, member: '001', activity: 'weeding', minutes: 90 };
  return [
    post(
      '/api/members/v1/sessions',
      { coop, user: 'first', password },
      { coop, user: 'second', password },
      { keyless: true },
    ),
    load(
      'members/v1/households',
      { code: 'F09', name: 'Familia Quispe', community: 'Chacoma' },
      { name: 'Familia Mamani' },
    ),
    correction('members/v1/households/F02', '{code}', { name: 'Familia Choque' }, { retiredOn: '2026-01-01' }),
    load(
      'members/v1/members',
      {
        ...{ number: '009', givenNames: 'Juana', surnames: 'Quispe', sex: 'F', birthYear: 1990 },
        ...{ household: 'F01', joinedOn: '2025-08-01', leftOn: '2025-12-01' },
      },
      { surnames: 'Mamani' },
    ),
    {
      ...post(
        '/api/members/v1/members/002',
        { givenNames: 'Felipa', surnames: 'Condori', household: 'F02', heir: 'Ana' },
        { heir: 'Eva' },
      ),
      ...{ method: 'PATCH', route: 'PATCH /api/members/v1/members/{number}', headers: { 'if-match': '"1"' } },
    },
    {
      ...post(
        '/api/members/v1/members/002/departure',
        { leftOn: DAY, reason: 'moved to El Alto', cause: 'resigned' },
        { leftOn: DAY, reason: 'moved away' },
      ),
      route: 'POST /api/members/v1/members/{number}/departure',
    },
    {
      ...post('/api/members/v1/members/002/return', { joinedOn: BACK }, { joinedOn: BACK, leftOn: BACK }),
      route: 'POST /api/members/v1/members/{number}/return',
    },
    load(
      'members/v1/users',
      { name: 'new', password, roles: ['member'], member: '001' },
      { roles: ['member', 'manager'] },
    ),
    {
      ...post(
        `/api/members/v1/users/buyer-${coop}`,
        { roles: ['integrator'], password, active: true },
        { active: false },
      ),
      ...{ method: 'PATCH', route: 'PATCH /api/members/v1/users/{name}', headers: { 'if-match': '"1"' } },
    },
    load(
      'members/v1/resolutions',
      {
        ...{ number: '9', adoptedOn: DAY, subject: 'Fence', votesFor: 2, votesAgainst: 1, abstentions: 0 },
        covers: [
          { kind: 'run', season: OPEN, fingerprint: `sha256:${'0f'.repeat(32)}` },
          { kind: 'rules', season: OPEN },
        ],
      },
      { subject: 'Gate' },
    ),
    post('/api/members/v1/assemblies', CALL, { ...CALL, place: 'Gate' }),
    post('/api/members/v1/assembly-rules', ASSEMBLY_RULES, { ...ASSEMBLY_RULES, noticeDays: 11 }),

    load('production/v1/structures', { code: 'G9', name: 'Carpa', kind: 'greenhouse', areaM2: '96' }, { areaM2: '97' }),
    correction('production/v1/structures/G1', '{code}', { areaM2: '97.5' }, { kind: 'plot' }),
    load(
      'production/v1/harvests',
      { code: 'H-9', harvestedAt: AT, structure: 'G1', ...produce, homeUse: '0.5' },
      { quantity: '2.5' },
    ),
    reversal('production/v1/harvests', 'H-9'),
    load('production/v1/work', { code: 'W-9', ...labour, structure: 'G1' }, { minutes: 91 }),
    post('/api/production/v1/confirmations', { codes: ['W-9'] }, { codes: ['W-2'] }, { by: 'second' }),
    reversal('production/v1/work', 'W-9'),
    load('production/v1/care', { code: 'C-9', ...labour }, { minutes: 91 }),
    reversal('production/v1/care', 'C-9'),

    load(
      'inventory/v1/products',
      { code: 'LEEK', name: 'Puerro', stockUnit: 'g', shelfLifeDays: 9 },
      { shelfLifeDays: 8 },
    ),
    correction(`inventory/v1/products/P-${coop}`, '{code}', { shelfLifeDays: null }, { name: 'Leek' }, 2),
    load(
      'inventory/v1/units',
      { product: 'ONION', unit: 'sack', factor: '25000', validFrom: DAY },
      { factor: '24000' },
    ),
    correction(
      `inventory/v1/units/P-${coop}/kg/2024-01-01`,
      '{product}/{unit}/{validFrom}',
      { retiredOn: '2025-12-31' },
      { retiredOn: '2025-12-30' },
      3,
    ),
    load(
      'inventory/v1/deliveries',
      { code: 'D-9', deliveredAt: AT, member: '001', ...produce, unitPrice: '9.50' },
      { unitPrice: '9.60' },
    ),
    reversal('inventory/v1/deliveries', 'D-9'),
    load(
      'inventory/v1/losses',
      { code: 'L-9', lostAt: AT, ...produce, reason: 'spoiled', counted: true },
      { reason: 'stolen' },
    ),
    reversal('inventory/v1/losses', 'L-9'),
    load('inventory/v1/gifts', { code: 'G-9', givenAt: AT, ...produce, recipient: 'School' }, { recipient: 'Nobody' }),
    reversal('inventory/v1/gifts', 'G-9'),

    load('sales/v1/markets', { name: 'Feria Viacha' }, { name: 'Feria El Alto' }),
    correction('sales/v1/markets/Villa%20Dolores', '{code}', { name: 'Villa Dolores, El Alto' }, { name: 'El Alto' }),
    load(
      'sales/v1/sales',
      {
        receipt: 'R-9',
        soldAt: AT,
        market: 'Villa Dolores',
        payment: 'cash',
        lines: [{ ...produce, unitPrice: '12.50' }],
      },
      { payment: 'qr' },
    ),
    reversal('sales/v1/sales', 'R-9', 'receipt'),

    load('profit-sharing/v1/funds', { code: 'water', nameEs: 'Agua' }, { nameEn: 'Water' }),
    correction('profit-sharing/v1/funds/legal-reserve', '{code}', { legalName: 'Art. 71' }, { nameEn: 'Reserve' }),
    load('profit-sharing/v1/own-rule-sets', { code: 'own-9', name: 'Reglas propias' }, { copies: 'equal' }),
    ofOwnRules('versions', { from: '2026-02-01', ruleSet: OWN }, { from: '2026-03-01', ruleSet: OWN }),
    ofOwnRules('versions/{version}/adoption', { resolution: RULES_CARRIED }, { resolution: CARRIED }),
    load(
      'profit-sharing/v1/seasons',
      { code: '2026', name: 'Season', from: '2026-01-01', to: '2026-12-31', cashUnit: '0.10', ruleSet: RULES },
      { name: 'Gestión' },
    ),
    load(
      'profit-sharing/v1/grants',
      { code: 'S-9', funder: 'CEF', purpose: 'greenhouses', amount: '480.00', receivedOn: DAY, restricted: true },
      { restricted: false },
    ),
    load(
      'profit-sharing/v1/expenses',
      { code: 'E-9', spentOn: DAY, category: 'seed', amount: '12.50', fundedBy: 'own' },
      { amount: '12.60' },
    ),
    load(
      'profit-sharing/v1/grant-receipts',
      { code: 'P-9', grant: 'S-agreed', receivedOn: DAY, amount: '5.00' },
      { amount: '6.00' },
    ),
    load(
      'profit-sharing/v1/grant-refunds',
      { code: 'B-9', grant: 'S-came', refundedOn: DAY, amount: '5.00' },
      { amount: '6.00' },
    ),
    load(
      'profit-sharing/v1/grant-write-offs',
      { code: 'X-9', grant: 'S-agreed', writtenOffOn: DAY, amount: '5.00', reason: 'the funder closed' },
      { reason: 'the funder moved' },
    ),
    load(
      'profit-sharing/v1/advances',
      { code: 'A-9', paidOn: DAY, member: '001', amount: '5.00', note: 'fare' },
      { note: 'bus' },
    ),
    load(
      'profit-sharing/v1/loans',
      { code: 'N-9', paidOn: DAY, member: '001', amount: '5.00', note: 'roof' },
      { note: 'seed' },
    ),
    load(
      'profit-sharing/v1/fines',
      { code: 'M-9', imposedOn: DAY, member: '001', amount: '5.00', note: 'late' },
      { note: 'absent' },
    ),
    load(
      'profit-sharing/v1/repayments',
      { code: 'Q-9', paidOn: DAY, debt: 'N-agreed', amount: '5.00' },
      { amount: '6.00' },
    ),
    load(
      'profit-sharing/v1/certificates',
      { code: 'K-9', boughtOn: DAY, member: '001', count: 2, valueEach: '50.00' },
      { count: 3 },
    ),
    load(
      'profit-sharing/v1/certificate-withdrawals',
      { code: 'Z-9', withdrawnOn: DAY, certificate: 'K-agreed' },
      { certificate: 'K-9' },
    ),
    load(
      'profit-sharing/v1/certificate-transfers',
      { code: 'KT-9', transferredOn: DAY, certificate: 'KG-agreed', taker: '002', count: 2 },
      { document: 'another paper' },
    ),
    load(
      'profit-sharing/v1/contributions',
      { code: 'KC-9', broughtOn: DAY, certificate: 'KO-agreed', resolution: 'U-agreed', minutes: 30 },
      { minutes: 31 },
    ),
    load(
      'profit-sharing/v1/fund-uses',
      { code: 'U-9', usedOn: DAY, fund: 'legal-reserve', amount: '0.00', purpose: 'books', resolution: 'U-agreed' },
      { purpose: 'a roof' },
    ),
    load('profit-sharing/v1/certificate-types', { code: 'social', name: 'Social', value: '50.00' }, { value: '60.00' }),
    correction(
      'profit-sharing/v1/certificate-types/capital',
      '{code}',
      { name: 'Capital' },
      { name: 'Capital social' },
    ),
    load('profit-sharing/v1/payees', { code: 'F02', pays: 'transfer', payee: 'Ana', account: '1' }, { pays: 'cash' }),
    correction('profit-sharing/v1/payees/F01', '{code}', { account: '10-2' }, { account: '10-3' }),
    load('profit-sharing/v1/transfers', { code: 'T-9', movedOn: DAY, into: 'bank', amount: '5.00' }, { into: 'cash' }),
    load(
      'profit-sharing/v1/collections',
      { code: 'V-9', receivedOn: DAY, into: 'bank', amount: '0.00' },
      { into: 'cash' },
    ),
    load(
      'profit-sharing/v1/write-offs',
      { code: 'I-9', writtenOffOn: DAY, amount: '0.00', reason: 'moved away' },
      { reason: 'unknown' },
    ),
    load(
      'profit-sharing/v1/assets',
      { code: 'AS-9', boughtOn: DAY, name: 'Pump', amount: '0.00', lifeDays: 365, paidFrom: 'cash' },
      { name: 'Mill' },
    ),
    load(
      'profit-sharing/v1/asset-disposals',
      {
        ...{ code: 'AD-9', disposedOn: DAY, asset: 'AS-agreed', how: 'sold', amount: '5.00', into: 'cash' },
        ...{ recipient: 'Neighbour', reason: 'too small', document: '17' },
      },
      { into: 'bank' },
    ),
    load(
      'profit-sharing/v1/bank-lines',
      { code: 'BL-9', bookedOn: DAY, statement: 'bank', direction: 'in', amount: '5.00', reference: '4711' },
      { direction: 'out' },
    ),
    load(
      'profit-sharing/v1/bank-matches',
      {
        ...{ code: 'BM-9', matchedOn: DAY, bankLine: 'BL-agreed' },
        documents: [{ source: 'transfer', document: 'T-agreed' }],
      },
      { bankLine: `BL-${coop}`, documents: [{ source: 'transfer', document: `T-${coop}` }] },
    ),
    load(
      'profit-sharing/v1/cash-counts',
      { code: 'J-9', countedOn: DAY, pieces: [{ value: '10.00', count: 3 }], reason: 'a tin' },
      { reason: 'a box' },
    ),
    load(
      'profit-sharing/v1/opening-balances',
      { code: 'O-9', openedOn: DAY, account: 'suppliers', party: 'O-9', amount: '5.00' },
      { amount: '6.00' },
    ),
    load(
      'profit-sharing/v1/old-seasons',
      {
        ...{
          code: 'OS-9',
          firstDay: `${OLD_YEAR}-01-01`,
          lastDay: `${OLD_YEAR}-12-31`,
          openedOn: DAY,
          result: '9.00',
          pool: '8.00',
        },
        lines: [{ household: 'F01', workMinutes: 60, valueDelivered: '7.00', share: '5.00', paid: '4.00' }],
      },
      { pool: '5.00' },
    ),
    load(
      'profit-sharing/v1/supplier-payments',
      { code: 'Y-9', paidOn: DAY, expense: 'E-owed', paidFrom: 'bank', amount: '5.00' },
      { paidFrom: 'cash' },
    ),
    reversal('profit-sharing/v1/transfers', 'T-9'),
    reversal('profit-sharing/v1/collections', 'V-9'),
    reversal('profit-sharing/v1/write-offs', 'I-9'),
    reversal('profit-sharing/v1/asset-disposals', 'AD-9'),
    reversal('profit-sharing/v1/assets', 'AS-9'),
    reversal('profit-sharing/v1/bank-lines', 'BL-9'),
    reversal('profit-sharing/v1/bank-matches', 'BM-9'),
    reversal('profit-sharing/v1/cash-counts', 'J-9'),
    reversal('profit-sharing/v1/old-seasons', 'OS-9'),
    reversal('profit-sharing/v1/opening-balances', 'O-9'),
    reversal('profit-sharing/v1/supplier-payments', 'Y-9'),
    load(
      'profit-sharing/v1/household-payments',
      { code: 'HP-9', payout: `PO-${coop}`, household: 'F02', paidOn: today() },
      { household: 'F01' },
    ),
    reversal('profit-sharing/v1/household-payments', 'HP-9'),
    post(
      '/api/profit-sharing/v1/unclaimed-shares/rule',
      { afterDays: 0, fund: 'legal-reserve', resolution: '7' },
      { afterDays: 0, fund: 'education', resolution: '7' },
    ),
    load(
      'profit-sharing/v1/lapses',
      { code: 'LA-9', lapsedOn: today(), household: 'F02', resolution: '7' },
      { household: 'F01' },
    ),
    reversal('profit-sharing/v1/lapses', 'LA-9'),
    post('/api/profit-sharing/v1/bank-template', BANK_TEMPLATE, { ...BANK_TEMPLATE, separator: 'tab' }),
    ofPayout(`PO-${coop}`, 'end', { reason: 'nobody comes' }, { reason: 'nobody came' }),
    ofRun('payouts', { code: 'PO-9', rule: 'in-full' }, { code: 'PO-9', rule: 'same-part' }),
    {
      ...ofPayout('PO-9', 'confirmation'),
      otherPath: '/api/profit-sharing/v1/payouts/PO-1/confirmation',
      by: 'second',
    },
    reversal('profit-sharing/v1/loans', 'N-9'),
    reversal('profit-sharing/v1/fines', 'M-9'),
    reversal('profit-sharing/v1/repayments', 'Q-9'),
    reversal('profit-sharing/v1/certificate-withdrawals', 'Z-9'),
    reversal('profit-sharing/v1/certificate-transfers', 'KT-9'),
    reversal('profit-sharing/v1/contributions', 'KC-9'),
    reversal('profit-sharing/v1/certificates', 'K-9'),
    reversal('profit-sharing/v1/fund-uses', 'U-9'),
    reversal('profit-sharing/v1/expenses', 'E-9'),
    reversal('profit-sharing/v1/advances', 'A-9'),
    reversal('profit-sharing/v1/grants', 'S-9'),
    reversal('profit-sharing/v1/grant-receipts', 'P-9'),
    reversal('profit-sharing/v1/grant-refunds', 'B-9'),
    reversal('profit-sharing/v1/grant-write-offs', 'X-9'),
    correction(`profit-sharing/v1/seasons/${OPEN}`, '{code}', { name: 'Segunda 2025' }, { name: 'Second 2025' }),
    ofSeason('rules', { ...VOTED, resolution: '9' }, { ...VOTED, resolution: '7' }),
    ofSeason('closing', { season: OPEN, reason: 'known' }, { season: OPEN, reason: 'known', early: false }),
    ofSeason('runs'),
    { ...ofRun('proposal', {}, {}), otherPath: `/api/profit-sharing/v1/runs/${NO_RUN}/proposal` },
    ofRun('rejection', { reason: 'a receipt is missing' }, { reason: 'two receipts are missing' }),
    { ...ofRun('approval', { resolution: CARRIED }, { resolution: '7' }), by: 'second' },
  ];
}

/** Sends a good command as whoever may. */
export const give = (
  callers: { readonly first: Caller; readonly second: Caller },
  { method, path, by = 'first', headers = {}, keyless = false }: Good,
  body: unknown,
  key?: string,
): Promise<Reply> =>
  callers[by].ask(method, path, { body, headers, ...(keyless ? { key: null } : key === undefined ? {} : { key }) });
