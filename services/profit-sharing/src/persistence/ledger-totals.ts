import type { RunningTotals } from '@ayni/database/running-totals';

/** What was posted to each account and party, in centavos, by the kind of document. */
export const LEDGER_TOTALS = {
  table: 'ledger_totals',
  keys: ['source', 'account', 'party'],
  measures: ['debit', 'credit'],
} as const satisfies RunningTotals;

/** What was posted to each account and party on all days, in centavos, by the kind of document: what balances are as they are now. */
export const ACCOUNT_TOTALS = {
  table: 'account_totals',
  keys: ['account', 'party', 'source'],
  measures: ['debit', 'credit'],
  ofAllDays: true,
} as const satisfies RunningTotals;

/** How many documents of a kind are posted and not taken back, and how many lines these have. */
export const ENTRY_TOTALS = {
  table: 'entry_totals',
  keys: ['source'],
  measures: ['entries', 'items'],
} as const satisfies RunningTotals;
