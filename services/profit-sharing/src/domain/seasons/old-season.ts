import type { Centavos, Day } from '@ayni/kernel';
import { credit, debit, entryOf, type Entry } from '../ledger/entry.js';

/** What of a season before these books is posted: what the co-op still owed each family when they began. */
type StillOwed = {
  readonly code: string;
  readonly openedOn: Day;
  readonly owed: bigint;
  readonly lines: readonly { readonly household: string; readonly owed: Centavos }[];
};

/** Against what the co-op owned when its books began: it meets the result of no season. */
export const oldSeasonEntry = ({ code, openedOn, owed, lines }: StillOwed): Entry =>
  entryOf({ source: 'old-season', code, day: openedOn, items: lines.length }, [
    debit('opening-equity', owed),
    ...lines.map((line) => credit('shares-payable', line.owed, line.household)),
  ]);
