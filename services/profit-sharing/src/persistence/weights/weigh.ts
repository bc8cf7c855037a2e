import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import { paired } from '../paired.js';

/** What each member weighs in a season by one basis, as an integer text; who is not in it weighs nothing. */
export type Weigh = (tx: Transaction, season: DayRange) => Promise<ReadonlyMap<string, string>>;

type Lists = { readonly members: readonly string[]; readonly weights: readonly string[] };

/**
 * Weighs by a question that gives `member` and `weight`, for the days from $1 up to, not including, $2. Its answer comes
 * as two lists: there may be very many members, and a row for each costs more than all else of it.
 */
export function weighBy(name: string, question: string): Weigh {
  const asked = statement(
    name,
    `SELECT COALESCE(json_agg(w.member), '[]') AS members, COALESCE(json_agg(w.weight::text), '[]') AS weights
     FROM (${question}) w`,
  );
  return async (tx, { from, until }) => {
    const { members, weights } = await tx.one<Lists>(asked, [from, until]);
    return paired(members, weights, '0');
  };
}
