import type { Day, DayRange } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Account } from './accounts.js';
import type { Entry, Source } from './entry.js';
import type { SeasonFigures } from '../runs/figures.js';

/** The journal: entries are added and never changed. */
export abstract class LedgerPort {
  abstract post(tx: Transaction, entries: readonly Entry[]): Promise<void>;
  /** Posts what was posted for these documents with the sides changed, on the same day or on another. */
  abstract takeBack(tx: Transaction, source: Source, codes: readonly string[], on?: Day): Promise<void>;
  /** Takes a document back by an entry of its own on the same day, where what came since changed what it comes to. */
  abstract takeBackBy(tx: Transaction, entry: Entry): Promise<void>;
  /** What an account has on the side on which it grows, with all of its parties, up to a day or over all days. */
  abstract balance(tx: Transaction, account: Account, span?: { readonly until: Day }): Promise<bigint>;
  /** What was posted on a season's days, reversals netted, by running totals: however long the season, in an instant. */
  abstract figures(tx: Transaction, season: DayRange): Promise<SeasonFigures>;
  /** The same, counted from each line: what shares are worked out from and verified by. */
  abstract countedFigures(tx: Transaction, season: DayRange): Promise<SeasonFigures>;
}
