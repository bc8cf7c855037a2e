import type { Account } from './accounts.js';
import { growsByDebit } from './accounts.js';
import { credit, debit, entryOf, type Entry } from './entry.js';
import type { Day } from '@ayni/kernel';

/** What the parts of an account that is opened are kept for; null where it is kept as one. */
export const PARTY_OF_OPENED = {
  cash: null,
  bank: null,
  receivables: null,
  suppliers: 'supplier',
  'member-capital': 'member',
  funds: 'fund',
  'losses-forward': null,
} as const satisfies Partial<Record<Account, 'supplier' | 'member' | 'fund' | null>>;

/** The accounts that books may begin with; grants, debts and certificates begin with documents of their own. */
export type OpenedAccount = keyof typeof PARTY_OF_OPENED;
export const OPENED_ACCOUNTS = Object.keys(PARTY_OF_OPENED) as OpenedAccount[];

/** Losses of before stand on the debit side of the equity. */
const isDebit = (account: OpenedAccount): boolean => growsByDebit(account) || account === 'losses-forward';

/** What the books begin with, against what the co-op owned when they began. */
export const openingEntry = (opening: {
  readonly code: string;
  readonly openedOn: Day;
  readonly account: OpenedAccount;
  readonly party: string | null;
  readonly amount: bigint;
}): Entry => {
  const { code, openedOn: day, account, party, amount } = opening;
  const lines = isDebit(account)
    ? [debit(account, amount, party ?? ''), credit('opening-equity', amount)]
    : [debit('opening-equity', amount), credit(account, amount, party ?? '')];
  return entryOf({ source: 'opening-balance', code, day }, lines);
};
