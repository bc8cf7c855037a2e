import { UNFINISHED_MAX, type FactKind, type UnfinishedThing } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import { standing } from './standing.js';

/** What is unfinished of one kind in a service's books of a season. */
export type ListUnfinished = (tx: Transaction, season: DayRange) => Promise<readonly UnfinishedThing[]>;

type Found = Omit<UnfinishedThing, 'kind' | 'sum'> & { readonly sum: bigint };

/**
 * Unfinished things that a query finds: it selects `of`, `records`, `sum` and what else a thing has, each as it is told.
 * @param query of the season's first day as `$1` and the day after its last as `$2`
 */
export function unfinishedBy(kind: UnfinishedThing['kind'], query: string): ListUnfinished {
  const list = statement(`unfinished: ${kind}`, `${query} LIMIT ${UNFINISHED_MAX}`);
  return async (tx, { from, until }) => {
    const found = await tx.query<Found>(list, [from, until]);
    return found.map(({ sum, ...thing }) => ({ kind, ...thing, sum: sum.toString() }));
  };
}

/** The days before a season on which facts of a kind stand that no season has. */
export function daysOfNoSeason(kind: FactKind, table: string): ListUnfinished {
  const list = statement(
    `days of no season: ${kind}`,
    // between seasons lie few facts: they are found by the days that are free
    `SELECT f.day, count(*)::int AS records FROM (
       SELECT until_day, lead(from_day) OVER (ORDER BY from_day) AS next_from FROM (
         SELECT from_day, until_day FROM seasons WHERE coop_id = current_setting('app.coop')::uuid
         UNION ALL SELECT '-infinity', '-infinity') s) free
     JOIN ${table} f ON f.coop_id = current_setting('app.coop')::uuid AND f.day >= free.until_day AND f.day < free.next_from
     WHERE free.next_from <= $1 AND ${standing(kind, 'f')}
     GROUP BY f.day ORDER BY f.day LIMIT ${UNFINISHED_MAX}`,
  );
  return async (tx, { from }) => {
    const found = await tx.query<{ day: string; records: number }>(list, [from]);
    return found.map(({ day, records }) => ({ kind: 'no-season', of: kind, day, records, sum: String(records) }));
  };
}

/** All that queries find, one kind after the other. */
export async function unfinishedIn(
  tx: Transaction,
  season: DayRange,
  queries: readonly ListUnfinished[],
): Promise<readonly UnfinishedThing[]> {
  const things: UnfinishedThing[] = [];
  for (const query of queries) things.push(...(await query(tx, season)));
  return things;
}
