import { Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';

/** The season that a day is of. */
export type SeasonOfDay = { readonly code: string; readonly isShut: boolean };

const ofDays = statement(
  'seasons of days',
  `SELECT d AS day, code, state <> 'open' AS "isShut" FROM unnest($1::date[]) AS days (d)
   JOIN seasons ON seasons.coop_id = current_setting('app.coop')::uuid AND d >= from_day AND d < until_day`,
);

/**
 * Those of the days that are of a season, with it; one is shut where it is closing or closed, and a day of no season is
 * open. The transaction holds the co-op's lock, so that closing waits for it or it for closing.
 */
export async function seasonsOf(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, SeasonOfDay>> {
  const found = await tx.query<SeasonOfDay & { day: Day }>(ofDays, [[...new Set(days)]]);
  return new Map(found.map(({ day, ...season }) => [day, season]));
}

/**
 * @param seasons from {@link seasonsOf}
 * @throws Refusal `season-closed` where the day is of a season that is shut
 */
export function refuseShut(seasons: ReadonlyMap<Day, SeasonOfDay>, day: Day, pointer = ''): void {
  const season = seasons.get(day);
  if (season?.isShut) throw new Refusal('season-closed', pointer, { day, season: season.code });
}

/**
 * Refuses facts whose day is in a closing or closed season.
 * @throws Refusal `season-closed` with the place of the first such row
 */
export async function refuseShutSeason(
  tx: Transaction,
  days: readonly Day[],
  pointerOf: (index: number) => string = () => '',
): Promise<void> {
  const seasons = await seasonsOf(tx, days);
  days.forEach((day, i) => refuseShut(seasons, day, pointerOf(i)));
}
