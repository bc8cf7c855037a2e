import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { stockQuantity, type CommandId, type Day, type StockQuantity, type StockUnit } from '@ayni/kernel';
import { USES, type Cause, type Draw, type Shortfall, type Taking } from '../domain/allocation.js';
import { reallocate } from '../domain/reallocation.js';
import type { OpenLot } from '../domain/shelf.js';
import { OWN } from './own.js';
import { addShortages, openShortages, settleShortages } from './shortages.js';
import { keepTakings } from './takings.js';

/** That the stock of a product changed on a day, by a command of its own or the transaction's. */
export type Change = { readonly product: string; readonly day: Day; readonly command?: CommandId | undefined };

const readTouched = statement(
  'stock touched by days',
  `SELECT asked.product FROM unnest($1::text[], $2::date[]) AS asked (product, first)
   WHERE EXISTS (SELECT FROM shortages s WHERE s.${OWN} AND s.product = asked.product AND s.open > 0)
     OR EXISTS (SELECT FROM lots l
       WHERE l.${OWN} AND l.product = asked.product AND l.day >= asked.first AND l.remaining < l.quantity)
     OR EXISTS (
       SELECT FROM movements m WHERE m.${OWN} AND m.product = asked.product AND m.day >= asked.first
         AND m.kind IN (${USES.map((use) => `'${use}'`).join(', ')}) AND NOT m.reversal AND NOT EXISTS (
           SELECT FROM movements r WHERE r.${OWN} AND r.kind = m.kind AND r.code = m.code AND r.line = m.line AND r.reversal))`,
);

// what an earlier use took on these days is of lots that came on them
const readTaken = statement(
  'stock taken since days',
  `WITH asked AS (SELECT * FROM unnest($1::text[], $2::date[]) AS a (product, first)),
   taken AS (
     SELECT m.product, m.day AS asked_on, t.lot, t.use, t.code, t.line, t.day, t.quantity
     FROM asked
     JOIN movements m ON m.${OWN} AND m.product = asked.product AND m.day >= asked.first AND NOT m.reversal
     JOIN takings t ON t.${OWN} AND t.use = m.kind AND t.code = m.code AND t.line = m.line
     UNION ALL
     SELECT m.product, m.day, t.lot, t.use, t.code, t.line, t.day, t.quantity
     FROM asked
     JOIN lots l ON l.${OWN} AND l.product = asked.product AND l.day >= asked.first
     JOIN takings t ON t.${OWN} AND t.lot = l.code
     JOIN movements m ON m.${OWN} AND m.kind = t.use AND m.code = t.code AND m.line = t.line AND NOT m.reversal
       AND m.day < asked.first
   )
   SELECT taken.product, asked_on AS "askedOn", lot, use, taken.code, line, taken.day, sum(quantity)::bigint AS quantity,
     p.stock_unit AS "stockUnit"
   FROM taken JOIN products p ON p.${OWN} AND p.code = taken.product
   WHERE NOT EXISTS (SELECT FROM seasons s WHERE s.${OWN} AND s.state = 'closed'
     AND taken.day >= s.from_day AND taken.day < s.until_day)
   GROUP BY taken.product, asked_on, lot, use, taken.code, line, taken.day, p.stock_unit HAVING sum(quantity) <> 0`,
);

const readLots = statement(
  'stock lots to allocate',
  `SELECT code, product, day, received_at AS "receivedAt", expires_on AS "expiresOn", remaining FROM lots
   WHERE ${OWN} AND product = ANY($1::text[]) AND open
   UNION
   SELECT code, product, day, received_at, expires_on, remaining FROM lots WHERE ${OWN} AND code = ANY($2::text[])`,
);

type Taken = Cause & {
  readonly product: string;
  readonly askedOn: Day;
  readonly stockUnit: StockUnit;
  readonly lot: string;
  readonly day: Day;
  readonly quantity: StockQuantity;
};

/** What was taken when something was allocated anew: all of it, and what became of what was taken before. */
export type TakenAnew = {
  readonly takings: readonly Taking<Draw>[];
  /** What comes from other lots now, each with the command that this follows from. */
  readonly moved: readonly Draw[];
  /** What no lot holds any more. */
  readonly short: readonly Shortfall<Draw>[];
};

/** Those of the changes after which something of their product may be taken from other lots than it was. */
export async function touching(tx: Transaction, changes: readonly Change[]): Promise<readonly Change[]> {
  const first = firstOf(changes);
  const rows = await tx.query<{ product: string }>(readTouched, [
    [...first.keys()],
    [...first.values()].map(({ day }) => day),
  ]);
  const touched = new Set(rows.map(({ product }) => product));
  return changes.filter(({ product }) => touched.has(product));
}

/**
 * Allocates anew what was taken of products from the day of their first change on, and draws besides. What was taken
 * on days of a closed season stays.
 */
export async function takeAnew(
  tx: Transaction,
  changes: readonly Change[],
  draws: readonly Draw[] = [],
): Promise<TakenAnew> {
  if (changes.length === 0) return { takings: [], moved: [], short: [] };
  const first = firstOf(changes);
  const products = [...first.keys()];
  const days = [...first.values()].map(({ day }) => day);
  const takings = (await tx.query<Taken>(readTaken, [products, days])).map(takingOf);
  const open = await openShortages(tx, products);
  const lots = await tx.query<OpenLot>(readLots, [products, [...new Set(takings.map(({ lot }) => lot))]]);
  const {
    allocation,
    changes: moved,
    found,
    settled,
  } = reallocate({
    lots: withoutTakings(lots, takings),
    takings,
    short: open.map((demand) => ({ demand, quantity: demand.quantity })),
    draws,
  });
  await keepTakings(tx, moved);
  await addShortages(tx, found);
  await settleShortages(tx, open, settled);
  const caused = (demand: Draw): Draw => ({ ...demand, command: first.get(demand.product)?.command });
  return {
    takings: allocation.takings,
    moved: moved.map(({ demand }) => caused(demand)),
    short: found.map(({ demand, quantity }) => ({ demand: caused(demand), quantity })),
  };
}

/** The first change of each product. */
function firstOf(changes: readonly Change[]): ReadonlyMap<string, Change> {
  const first = new Map<string, Change>();
  for (const change of changes) {
    const known = first.get(change.product);
    if (!known || change.day < known.day) first.set(change.product, change);
  }
  return first;
}

const takingOf = ({ lot, day, quantity, askedOn, ...demand }: Taken): Taking<Draw> => {
  return { demand: { ...demand, day: askedOn, quantity }, lot, day, quantity };
};

/** Lots as if some takings had never been. */
function withoutTakings(lots: readonly OpenLot[], takings: readonly Taking<Draw>[]): OpenLot[] {
  const taken = new Map<string, bigint>();
  for (const { lot, quantity } of takings) taken.set(lot, (taken.get(lot) ?? 0n) + quantity);
  return lots.map((lot) => ({ ...lot, remaining: stockQuantity(lot.remaining + (taken.get(lot.code) ?? 0n)) }));
}
