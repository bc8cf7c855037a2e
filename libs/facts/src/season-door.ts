import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';
import { refusalOfShut } from '@ayni/http/refusal-at-door';
import type { SeasonState } from '@ayni/reference-data/seasons/season.entity';

/** The season that a day is of. */
export type SeasonOfDay = { readonly code: string; readonly state: SeasonState };

const ofDays = statement(
  'seasons of days',
  `SELECT d AS day, code, state FROM unnest($1::date[]) AS days (d)
   JOIN seasons ON seasons.coop_id = current_setting('app.coop')::uuid AND d >= from_day AND d < until_day`,
);

/**
 * Those of the days that are of a season, with it; it takes facts while it is open, as a day of no season does. The transaction holds the co-op's lock, so that closing waits for it or it for closing.
 */
export async function seasonsOf(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, SeasonOfDay>> {
  const found = await tx.query<SeasonOfDay & { day: Day }>(ofDays, [[...new Set(days)]]);
  return new Map(found.map(({ day, ...season }) => [day, season]));
}

/**
 * @param seasons from {@link seasonsOf}
 * @throws Refusal `season-closed` where the day is of a closing or closed season, `season-changing` where it is asked
 *   whether days may fall out of it
 */
export function refuseShut(seasons: ReadonlyMap<Day, SeasonOfDay>, day: Day, pointer = ''): void {
  const season = seasons.get(day);
  if (season && season.state !== 'open') throw refusalOfShut(season.state, pointer, { day, season: season.code });
}

/**
 * Refuses facts whose day is in a season that is not open.
 * @throws Refusal `season-closed`, `season-changing` with the place of the first such row
 */
export async function refuseShutSeason(
  tx: Transaction,
  days: readonly Day[],
  pointerOf: (index: number) => string = () => '',
): Promise<void> {
  const seasons = await seasonsOf(tx, days);
  days.forEach((day, i) => refuseShut(seasons, day, pointerOf(i)));
}
