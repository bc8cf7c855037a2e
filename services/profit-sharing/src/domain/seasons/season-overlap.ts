import { nameKey, overlap, Refusal, type Day, type DayRange } from '@ayni/kernel';

/** A season's code and its days. */
export type SeasonDays = DayRange & { readonly code: string };

/**
 * The day after the last season before a last day, which a season that ends on it is proposed to begin on; nothing where
 * there is none before it. One that was opened for years to come is passed over.
 */
export const nextFrom = (seasons: readonly SeasonDays[], to: Day): Day | undefined =>
  seasons
    .map(({ until }) => until)
    .filter((until) => until <= to)
    .reduce<Day | undefined>((last, until) => (last && last > until ? last : until), undefined);

/** The first day from a given one on that is no season's. */
function freeFrom(day: Day, seasons: readonly SeasonDays[]): Day {
  const held = seasons.find(({ from, until }) => from <= day && day < until);
  return held ? freeFrom(held.until, seasons) : day;
}

const isSame = (a: SeasonDays, b: SeasonDays): boolean => nameKey(a.code) === nameKey(b.code);

/**
 * Refuses to have a season on days of one that was brought as of before these books.
 * @param at its row's place in the request
 * @throws Refusal `old-season-there`
 */
export function refuseOld(
  season: SeasonDays,
  at: string,
  known: readonly SeasonDays[],
  old: readonly SeasonDays[],
): void {
  if (known.some((one) => isSame(one, season))) return;
  const other = old.find((one) => overlap(one, season) > 0);
  if (other) throw new Refusal('old-season-there', `${at}/from`, { season: other.code });
}

/**
 * Refuses a season that shares a day with another one; one that is known already does not overlap with itself.
 * @param at its row's place in the request
 * @throws Refusal `seasons-overlap`
 */
export function refuseOverlap(season: SeasonDays, at: string, others: readonly SeasonDays[]): void {
  const other = others.find((one) => !isSame(one, season) && overlap(one, season) > 0);
  if (other)
    throw new Refusal('seasons-overlap', `${at}/from`, { season: other.code, next: freeFrom(other.until, others) });
}
