import { Refusal, type Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

const shut = statement(
  'shut season',
  `SELECT d AS day, code FROM unnest($1::date[]) WITH ORDINALITY AS days (d, i)
   JOIN seasons ON seasons.coop_id = current_setting('app.coop')::uuid
     AND state <> 'open' AND d >= from_day AND d < until_day
   ORDER BY i LIMIT 1`,
);

/**
 * Refuses facts whose day is in a closing or closed season; a day of no known season is open. The
 * transaction holds the co-op's lock, so that closing waits for it or it for closing.
 * @throws Refusal `season-closed` with the place of the first such row
 */
export async function refuseShutSeason(
  tx: Transaction,
  days: readonly Day[],
  pointerOf: (index: number) => string = () => '',
): Promise<void> {
  const [found] = await tx.query<{ day: Day; code: string }>(shut, [[...new Set(days)]]);
  if (found)
    throw new Refusal('season-closed', pointerOf(days.indexOf(found.day)), { day: found.day, season: found.code });
}
