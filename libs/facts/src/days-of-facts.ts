import { UNFINISHED_MAX, type BooksCount, type FactKind } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import { standing } from './standing.js';

/** On which days of a range facts of a kind stand, whether they count yet or not; the earliest days, where they are many. */
export type ListDaysOfFacts = (tx: Transaction, days: DayRange) => Promise<BooksCount['days']>;

export function daysOfFacts(kind: FactKind, table: string): ListDaysOfFacts {
  const list = statement(
    `days: ${kind} in ${table}`,
    `SELECT f.day, count(*)::int AS records FROM ${table} f
     WHERE f.coop_id = current_setting('app.coop')::uuid AND f.day >= $1 AND f.day < $2 AND ${standing(kind, 'f')}
     GROUP BY f.day ORDER BY f.day LIMIT ${UNFINISHED_MAX}`,
  );
  return async (tx, { from, until }) => {
    const found = await tx.query<{ day: string; records: number }>(list, [from, until]);
    return found.map((day) => ({ kind, ...day }));
  };
}
