import { addDays, type Day } from '@ayni/kernel';
import type { Movement } from '../ledger/ageing.js';

/** When what nobody claims lapses, and into which fund: as the assembly resolved. */
export type LapseRule = {
  /** Counted from the day on which it was to be paid. */
  readonly afterDays: number;
  readonly fund: string;
  readonly resolution: string;
};

/** What a household has not claimed, in smallest units. */
export type Unclaimed = {
  readonly owed: bigint;
  /** The first day since when some of it is owed. */
  readonly since: Day | null;
  /** From when that lapses; never where there is no rule. */
  readonly lapsesOn: Day | null;
  /** What of it has lapsed. */
  readonly lapsed: bigint;
};

/**
 * What a household has not claimed as of a day: what was paid settled the oldest first, so that what is left came last.
 * @param movements of its accounts, with all that they come to by then
 */
export function unclaimedOf(movements: readonly Movement[], on: Day, afterDays: number | null): Unclaimed {
  const owed = movements.reduce((sum, { more, less }) => sum + more - less, 0n);
  const newestFirst = [...movements].sort((one, other) => (one.day < other.day ? 1 : -1));
  let left = owed;
  let since: Day | null = null;
  let lapsed = 0n;
  for (const { day, more, less } of newestFirst) {
    const grown = more - less;
    if (left <= 0n) break;
    if (grown <= 0n) continue;
    const part = grown < left ? grown : left;
    since = day;
    if (afterDays !== null && addDays(day, afterDays) <= on) lapsed += part;
    left -= part;
  }
  return { owed, since, lapsesOn: since === null || afterDays === null ? null : addDays(since, afterDays), lapsed };
}
