import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { stockQuantity, type CommandId, type Day, type StockQuantity, type StockUnit } from '@ayni/kernel';
import type { Cause, Draw, Shortfall, Taking } from '../domain/allocation.js';
import { changedDays, reallocate, type DayTaking } from '../domain/reallocation.js';
import type { OpenLot } from '../domain/shelf.js';
import { isUsed } from './is-used.js';
import { OWN } from './own.js';
import { addShortages, openShortages, settleShortages } from './shortages.js';
import { keepTakings } from './takings.js';

/** That the stock of a product changed on a day, by a command of its own or the transaction's. */
export type Change = { readonly product: string; readonly day: Day; readonly command?: CommandId | undefined };

const readTouched = statement(
  'stock touched by days',
  `SELECT asked.product FROM unnest($1::text[], $2::date[]) AS asked (product, first)
   WHERE EXISTS (SELECT FROM shortages s WHERE s.${OWN} AND s.product = asked.product AND s.open > 0)
     OR COALESCE((SELECT true FROM lots l WHERE l.${OWN} AND l.product = asked.product AND l.day >= asked.first
       AND l.remaining < l.quantity ORDER BY l.day, l.code LIMIT 1), false)
     OR ${isUsed('m.day >= asked.first')}`,
);

// The end of days tells the planner that a range of them is asked for; of an open one it expects a third of all rows and
// reads the tables through. What an earlier use took on these days is of lots that came on them.
const takenOn = (days: string): string => `WITH taken AS (
     SELECT m.day AS asked_on, t.lot, t.use, t.code, t.line, t.day, t.quantity
     FROM movements m JOIN takings t ON t.${OWN} AND t.use = m.kind AND t.code = m.code AND t.line = m.line
     WHERE m.${OWN} AND m.product = $1 AND m.day >= $2 AND m.day <= $3 AND ${days} AND NOT m.reversal
     UNION ALL
     SELECT m.day, t.lot, t.use, t.code, t.line, t.day, t.quantity
     FROM lots l JOIN takings t ON t.${OWN} AND t.lot = l.code
     JOIN movements m ON m.${OWN} AND m.kind = t.use AND m.code = t.code AND m.line = t.line AND NOT m.reversal
     WHERE l.${OWN} AND l.product = $1 AND l.day >= $2 AND l.day <= $3 AND m.day < $2 AND ${days}
   )`;
const NOT_CLOSED = `NOT EXISTS (SELECT FROM seasons s WHERE s.${OWN} AND s.state = 'closed'
     AND taken.day >= s.from_day AND taken.day < s.until_day)`;

const readTakenByDays = statement(
  'stock taken since a day, by days',
  `${takenOn('true')}
   SELECT asked_on AS "askedOn", lot, day, sum(quantity)::bigint AS quantity FROM taken
   WHERE ${NOT_CLOSED} GROUP BY asked_on, lot, day HAVING sum(quantity) <> 0`,
);

const readTaken = statement(
  'stock taken since a day, on some days',
  `${takenOn('m.day = ANY($4::date[])')}
   SELECT asked_on AS "askedOn", lot, use, code, line, day, sum(quantity)::bigint AS quantity,
     (SELECT stock_unit FROM products WHERE ${OWN} AND code = $1) AS "stockUnit"
   FROM taken WHERE ${NOT_CLOSED}
   GROUP BY asked_on, lot, use, code, line, day HAVING sum(quantity) <> 0`,
);

const readLots = statement(
  'stock lots to allocate',
  `SELECT code, product, day, received_at AS "receivedAt", expires_on AS "expiresOn", remaining FROM lots
   WHERE ${OWN} AND product = $1 AND open
   UNION
   SELECT code, product, day, received_at, expires_on, remaining FROM lots WHERE ${OWN} AND code = ANY($2::text[])`,
);

const END_OF_DAYS = '9999-12-31';

type Taken = Cause & {
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
  const all: TakenAnew[] = [];
  for (const change of firstOf(changes).values())
    all.push(
      await takeProductAnew(
        tx,
        change,
        draws.filter(({ product }) => product === change.product),
      ),
    );
  return {
    takings: all.flatMap(({ takings }) => takings),
    moved: all.flatMap(({ moved }) => moved),
    short: all.flatMap(({ short }) => short),
  };
}

async function takeProductAnew(
  tx: Transaction,
  { product, day, command }: Change,
  draws: readonly Draw[],
): Promise<TakenAnew> {
  const since = [product, day, END_OF_DAYS];
  const taken = await tx.query<DayTaking>(readTakenByDays, since);
  const open = await openShortages(tx, product);
  const short = open.map((demand) => ({ demand, quantity: demand.quantity }));
  const held = await tx.query<OpenLot>(readLots, [product, [...new Set(taken.map(({ lot }) => lot))]]);
  const days = changedDays({ product, lots: withoutTakings(held, taken), taken, short, draws });
  const rows = days.size === 0 ? [] : await tx.query<Taken>(readTaken, [...since, [...days.keys()]]);
  const takings = new Map([...days.keys()].map((of): [Day, Taking<Draw>[]] => [of, []]));
  for (const row of rows) takings.get(row.askedOn)?.push(takingOf(product, row));
  const anew = [...days].map(([of, lots]) => {
    return reallocate({
      lots,
      takings: takings.get(of) ?? [],
      short: short.filter(({ demand }) => demand.day === of),
      draws: draws.filter((draw) => draw.day === of),
    });
  });
  const [changes, found] = [anew.flatMap((one) => one.changes), anew.flatMap((one) => one.found)];
  await keepTakings(tx, changes);
  await addShortages(tx, found);
  await settleShortages(
    tx,
    open,
    anew.flatMap((one) => one.settled),
  );
  return {
    takings: anew.flatMap(({ allocation }) => allocation.takings),
    moved: changes.map(({ demand }) => ({ ...demand, command })),
    short: found.map(({ demand, quantity }) => ({ demand: { ...demand, command }, quantity })),
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

const takingOf = (product: string, { lot, day, quantity, askedOn, ...demand }: Taken): Taking<Draw> => {
  return { demand: { ...demand, product, day: askedOn, quantity }, lot, day, quantity };
};

/** Lots as if some takings had never been. */
function withoutTakings(lots: readonly OpenLot[], takings: readonly DayTaking[]): OpenLot[] {
  const taken = new Map<string, bigint>();
  for (const { lot, quantity } of takings) taken.set(lot, (taken.get(lot) ?? 0n) + quantity);
  return lots.map((lot) => ({ ...lot, remaining: stockQuantity(lot.remaining + (taken.get(lot.code) ?? 0n)) }));
}
