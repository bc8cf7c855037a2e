import { daysBetween, type Day } from '@ayni/kernel';

/** What was owed more and less on a day. */
export type Movement = { readonly day: Day; readonly more: bigint; readonly less: bigint };

/** The last days of the ages in which what is owed is shown; the last age has no end. */
const AGES = [30, 60, 90] as const;

/**
 * How old what is owed is: what was paid settles the oldest first, so that what is left came last. One sum for each age:
 * up to 30 days, 60, 90, and older. Where less than nothing is owed, all sums are below zero or zero.
 */
export function ageOf(movements: readonly Movement[], on: Day): readonly bigint[] {
  const owed = movements.reduce((sum, { more, less }) => sum + more - less, 0n);
  const sign = owed < 0n ? -1n : 1n;
  const newestFirst = [...movements].sort((one, other) => (one.day < other.day ? 1 : -1));
  const ages = [0n, 0n, 0n, 0n];
  let left = sign * owed;
  for (const { day, more, less } of newestFirst) {
    const grown = sign * (more - less);
    if (left === 0n || grown <= 0n) continue;
    const part = grown < left ? grown : left;
    const age = daysBetween(day, on);
    const i = AGES.findIndex((last) => age <= last);
    const at = i === -1 ? AGES.length : i;
    ages[at] = (ages[at] ?? 0n) + sign * part;
    left -= part;
  }
  return ages;
}
