import { CLOSED, OPEN, RULES, today } from '../small-coop.js';
import { DAY, correction, load, post, reversal, type Good, type World } from './good.js';

/** The number of the resolution that carries the run which is to be approved. */
export const CARRIED = '10';
/** The number of the resolution that covers the own rules of these commands. */
export const RULES_CARRIED = '11';

/** The id of a run that nobody has. */
export const NO_RUN = '0198a000-0000-7000-8000-000000000000';

/** The year of a season of before. */
export const OLD_YEAR = 1997;

const VOTED = { cashUnit: '0.10', ruleSet: RULES };
const OWN = { ...RULES, code: 'own-9' };
const BANK_TEMPLATE = {
  columns: [{ shows: 'account', heading: 'Cuenta' }],
  ...{ separator: 'semicolon', decimalSign: 'comma', withHeadings: true, encoding: 'latin-1' },
};

/** For every route of profit-sharing that changes something, a good command. */
export const profitSharingCommands = ({ coop, run }: Pick<World, 'coop' | 'run'>): Good[] => {
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
  return [
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
};
