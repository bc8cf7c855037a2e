import type { Day } from '@ayni/kernel';
import type { Account } from './accounts.js';

/** The kinds of document that are posted. */
export const SOURCES = [
  'sale',
  'delivery',
  'expense',
  'grant',
  'grant-receipt',
  'grant-refund',
  'grant-write-off',
  'advance',
  'loan',
  'fine',
  'repayment',
  'fund-use',
  'certificate',
  'certificate-withdrawal',
  'certificate-transfer',
  'contribution',
  'transfer',
  'collection',
  'write-off',
  'cash-count',
  'opening-balance',
  'old-season',
  'supplier-payment',
  'asset',
  'asset-disposal',
  'run',
  'household-payment',
  'lapse',
] as const;
export type Source = (typeof SOURCES)[number];

export type Line = {
  readonly account: Account;
  /** Whose: a grant, a fund, a member or a household; empty where the account is kept as one. */
  readonly party: string;
  readonly debit: bigint;
  readonly credit: bigint;
};

/** The posting of a document; it is never changed, and taken back by another with the sides changed. */
export type Entry = {
  readonly source: Source;
  readonly code: string;
  readonly day: Day;
  /** What either side comes to, in centavos. */
  readonly amount: bigint;
  /** How many lines the document has, such as those of a receipt. */
  readonly items: number;
  readonly lines: readonly Line[];
};

export type Document = Pick<Entry, 'source' | 'code' | 'day'> & { readonly items?: number };

export const debit = (account: Account, amount: bigint, party = ''): Line => ({
  account,
  party,
  debit: amount,
  credit: 0n,
});

export const credit = (account: Account, amount: bigint, party = ''): Line => ({
  account,
  party,
  debit: 0n,
  credit: amount,
});

/** The line that takes another back. */
export const mirrored = ({ debit, credit, ...line }: Line): Line => ({ ...line, debit: credit, credit: debit });

/** Posts a document; lines of nothing are left out. An entry out of balance is a fault of the program. */
export function entryOf({ source, code, day, items = 1 }: Document, lines: readonly Line[]): Entry {
  const debits = lines.reduce((sum, line) => sum + line.debit, 0n);
  const credits = lines.reduce((sum, line) => sum + line.credit, 0n);
  if (debits !== credits) throw new Error(`${source} ${code} is out of balance: ${debits} is not ${credits}`);
  const written = lines.filter((line) => line.debit !== line.credit);
  return { source, code, day, amount: debits, items, lines: written };
}
