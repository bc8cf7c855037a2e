import { fieldOf, jsonOf, Refusal, type Day } from '@ayni/kernel';
import { statement, type Transaction } from '@ayni/messaging';
import { errorCode } from '@ayni/processes';
import { SHUT_SEASON } from './door-schema.js';

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

/** What the season's door in the database says, as a refusal; nothing where the error is another one. */
export function refusalAtDoor(error: unknown, pointerOf: (code: string) => string): Refusal | undefined {
  if (errorCode(error) !== SHUT_SEASON) return undefined;
  const told = jsonOf(String(fieldOf(error, 'detail')));
  const [code, day, season] = ['code', 'day', 'season'].map((name) => String(fieldOf(told, name)));
  return new Refusal('season-closed', pointerOf(code ?? ''), { day: day ?? '', season: season ?? '' });
}
