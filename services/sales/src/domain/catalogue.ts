import type { Day, UnitBook } from '@ayni/kernel';

/** A season whose days no longer take facts. */
export type ShutSeason = { readonly season: string; readonly from: Day; readonly until: Day };

/** What receipts of a co-op are checked against. */
export type Catalogue = {
  readonly units: UnitBook;
  readonly markets: ReadonlySet<string>;
  readonly shut: readonly ShutSeason[];
};

/** Those of the days that are in a shut season, with the season. */
export const shutDaysOf = ({ shut }: Catalogue, days: readonly Day[]): ReadonlyMap<Day, string> =>
  new Map(
    days.flatMap((day) =>
      shut.filter(({ from, until }) => day >= from && day < until).map(({ season }): [Day, string] => [day, season]),
    ),
  );
