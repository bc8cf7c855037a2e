import type { Day, UnitBook } from '@ayni/kernel';

/** A season whose days no longer take facts. */
export type ShutSeason = { readonly season: string; readonly from: Day; readonly until: Day };

/** What receipts of a co-op are checked against. */
export type Catalogue = {
  readonly units: UnitBook;
  readonly markets: ReadonlySet<string>;
  readonly shut: readonly ShutSeason[];
};

/** The first of the days that is in a shut season. */
export function firstShut(
  catalogue: Catalogue,
  days: readonly Day[],
): { index: number; day: Day; season: string } | undefined {
  for (const [index, day] of days.entries()) {
    const shut = catalogue.shut.find(({ from, until }) => day >= from && day < until);
    if (shut) return { index, day, season: shut.season };
  }
  return undefined;
}
