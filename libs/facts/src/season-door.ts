import { Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';

const shut = statement(
  'shut days',
  `SELECT d AS day, code AS season FROM unnest($1::date[]) AS days (d)
   JOIN seasons ON seasons.coop_id = current_setting('app.coop')::uuid
     AND state <> 'open' AND d >= from_day AND d < until_day`,
);

/**
 * Those of the days that are in a closing or closed season, with the season; a day of no known season is open. The
 * transaction holds the co-op's lock, so that closing waits for it or it for closing.
 */
export async function shutDays(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, string>> {
  const found = await tx.query<{ day: Day; season: string }>(shut, [[...new Set(days)]]);
  return new Map(found.map(({ day, season }) => [day, season]));
}

/** @throws Refusal `season-closed` where the day is one of {@link shutDays} */
export function refuseShut(days: ReadonlyMap<Day, string>, day: Day, pointer = ''): void {
  const season = days.get(day);
  if (season !== undefined) throw new Refusal('season-closed', pointer, { day, season });
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
  const found = await shutDays(tx, days);
  days.forEach((day, i) => refuseShut(found, day, pointerOf(i)));
}
