import type { Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';

/** What each member weighs in a season by one basis; who is not in it weighs nothing. */
export type Weigh = (tx: Transaction, season: DayRange) => Promise<ReadonlyMap<string, bigint>>;

/** Weighs by a statement that gives `member` and `weight`, for the days from $1 up to, not including, $2. */
export const weighBy =
  (weights: Statement): Weigh =>
  async (tx, { from, until }) => {
    const rows = await tx.query<{ member: string; weight: bigint }>(weights, [from, until]);
    return new Map(rows.map(({ member, weight }) => [member, weight]));
  };
