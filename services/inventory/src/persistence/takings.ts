import { allInOrder } from '@ayni/database/all-in-order';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Demand, Draw, Use } from '../domain/allocation.js';
import type { TakingChange } from '../domain/reallocation.js';
import { OWN } from './own.js';
import { TakingEntity } from './taking.entity.js';

const changeRemaining = statement(
  'stock change remaining',
  `UPDATE lots SET remaining = remaining + change.quantity
   FROM unnest($1::text[], $2::bigint[]) AS change (lot, quantity) WHERE ${OWN} AND code = change.lot`,
);

const putBackWhere = (condition: string): string => `
  INSERT INTO takings (coop_id, lot, use, code, line, day, quantity)
  SELECT coop_id, lot, use, code, line, day, -sum(quantity) FROM takings
  WHERE ${OWN} AND ${condition} GROUP BY coop_id, lot, use, code, line, day HAVING sum(quantity) <> 0
  RETURNING lot, use, code, line, -quantity AS quantity`;

const freeFromLots = statement(
  'stock free from lots',
  `WITH freed AS (${putBackWhere('lot = ANY($1::text[])')})
   SELECT freed.lot, freed.use, freed.code, freed.line, freed.quantity, m.product, m.day, p.stock_unit AS "stockUnit"
   FROM freed
   JOIN movements m ON m.coop_id = current_setting('app.coop')::uuid AND m.kind = freed.use AND m.code = freed.code AND m.line = freed.line AND NOT m.reversal
   JOIN products p ON p.coop_id = m.coop_id AND p.code = m.product
   ORDER BY m.day, freed.use, freed.code, freed.line`,
);

const freeFromUses = statement(
  'stock free from uses',
  `WITH freed AS (${putBackWhere('use = $1 AND code = ANY($2::text[])')})
   SELECT lot, sum(quantity)::bigint AS quantity FROM freed GROUP BY lot`,
);

/** Keeps that more was taken from lots, or less. */
export async function keepTakings(tx: Transaction, takings: readonly TakingChange<Demand>[]): Promise<void> {
  if (takings.length === 0) return;
  const rows = takings.map(({ demand: { use, code, line }, lot, day, quantity }) => {
    return { lot, use, code, line, day, quantity };
  });
  const left = new Map<string, bigint>();
  for (const { lot, quantity } of takings) left.set(lot, (left.get(lot) ?? 0n) - quantity);
  await allInOrder([tx.insert(TakingEntity, rows), tx.query(changeRemaining, [[...left.keys()], [...left.values()]])]);
}

export type Freed = Draw & { readonly lot: string };

/** What was taken from lots that are no more, by whom; it counts as never taken. */
export const freeLots = (tx: Transaction, lots: readonly string[]): Promise<readonly Freed[]> =>
  tx.query<Freed>(freeFromLots, [lots]);

/** Puts back into the lots what uses took, which are no more. */
export async function returnToLots(tx: Transaction, use: Use, codes: readonly string[]): Promise<void> {
  const freed = await tx.query<{ lot: string; quantity: bigint }>(freeFromUses, [use, codes]);
  await tx.query(changeRemaining, [freed.map(({ lot }) => lot), freed.map(({ quantity }) => quantity)]);
}
