import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { causeKey, type Draw, type Shortfall, type Use } from '../domain/allocation.js';
import { OWN } from './own.js';

const add = statement(
  'stock add shortages',
  `INSERT INTO shortages (coop_id, use, code, line, turn, product, day, quantity, open)
   SELECT current_setting('app.coop')::uuid, u, c, l,
     1 + (SELECT count(*) FROM shortages WHERE ${OWN} AND use = u AND code = c AND line = l), p, d, q, q
   FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::date[], $6::bigint[]) AS found (u, c, l, p, d, q)`,
);

const readOpen = statement(
  'stock open shortages',
  `SELECT s.use, s.code, s.line, s.turn, s.product, s.day, s.open AS quantity, p.stock_unit AS "stockUnit"
   FROM shortages s JOIN products p ON p.coop_id = s.coop_id AND p.code = s.product
   WHERE s.${OWN} AND s.product = $1 AND s.open > 0
   ORDER BY s.day, s.use, s.code, s.line, s.turn`,
);

const settle = statement(
  'stock settle shortages',
  `UPDATE shortages s SET open = open - settled.quantity
   FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::bigint[]) AS settled (use, code, line, turn, quantity)
   WHERE ${OWN} AND s.use = settled.use AND s.code = settled.code AND s.line = settled.line AND s.turn = settled.turn`,
);

const drop = statement(
  'stock drop shortages',
  `UPDATE shortages SET open = 0 WHERE ${OWN} AND use = $1 AND code = ANY($2::text[]) AND open > 0`,
);

/** What is short; the same line may have become so more than once. */
export type OpenShortage = Draw & { readonly turn: number };

export const openShortages = (tx: Transaction, product: string): Promise<readonly OpenShortage[]> =>
  tx.query<OpenShortage>(readOpen, [product]);

export async function addShortages(tx: Transaction, short: readonly Shortfall<Draw>[]): Promise<void> {
  if (short.length === 0) return;
  await tx.query(add, [
    short.map(({ demand }) => demand.use),
    short.map(({ demand }) => demand.code),
    short.map(({ demand }) => demand.line),
    short.map(({ demand }) => demand.product),
    short.map(({ demand }) => demand.day),
    short.map(({ quantity }) => quantity),
  ]);
}

/** Settles quantities of open shortages; of one line those first that were found first. */
export async function settleShortages(
  tx: Transaction,
  open: readonly OpenShortage[],
  settled: readonly Shortfall<Draw>[],
): Promise<void> {
  if (settled.length === 0) return;
  const left = new Map(settled.map(({ demand, quantity }) => [causeKey(demand), quantity as bigint]));
  const parts = open.flatMap((shortage) => {
    const due = left.get(causeKey(shortage)) ?? 0n;
    const quantity = due < shortage.quantity ? due : shortage.quantity;
    left.set(causeKey(shortage), due - quantity);
    return quantity > 0n ? [{ ...shortage, quantity }] : [];
  });
  await tx.query(settle, [
    parts.map(({ use }) => use),
    parts.map(({ code }) => code),
    parts.map(({ line }) => line),
    parts.map(({ turn }) => turn),
    parts.map(({ quantity }) => quantity),
  ]);
}

/** What is no more is short of nothing. */
export const dropShortages = async (tx: Transaction, use: Use, codes: readonly string[]): Promise<void> => {
  await tx.query(drop, [use, codes]);
};
