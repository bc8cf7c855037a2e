import { addDays, dayIn, parseInstant, type Day, type Instant, type Zone } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

const shutFrom = statement(
  'shut seasons from a day on',
  `SELECT from_day AS from, until_day AS until FROM seasons
   WHERE coop_id = current_setting('app.coop')::uuid AND state <> 'open' AND until_day > $1 ORDER BY from_day`,
);

/** The first day, from one on, that is of no season whose doors are shut. */
export async function firstOpenDay(tx: Transaction, from: Day): Promise<Day> {
  const shut = await tx.query<{ from: Day; until: Day }>(shutFrom, [from]);
  return shut.reduce((day, season) => (season.from <= day && day < season.until ? season.until : day), from);
}

/** A moment in the midst of a day on the clocks of a zone. */
export function middayOf(day: Day, zone: Zone): Instant {
  const clocks = ['T12:00:00Z', 'T06:00:00Z', 'T18:00:00Z'].map((clock) => parseInstant(day + clock));
  return clocks.find((moment) => dayIn(zone, moment) === day) ?? parseInstant(`${addDays(day, 1)}T00:00:00Z`);
}
