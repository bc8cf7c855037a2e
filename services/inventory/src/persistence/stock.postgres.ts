import { causeOf } from '@ayni/messaging/outbox/cause';
import { lotReceived } from '@ayni/contracts';
import { stockQuantity, type CommandId, type Day, type StockQuantity, type StockUnit } from '@ayni/kernel';
import type { Insertable } from '@ayni/database/insert';
import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';
import {
  allocate,
  type Allocation,
  type Demand,
  type Draw,
  type MeasuredDraw,
  type OpenLot,
  type Shortfall,
  type Taking,
  type Use,
} from '../domain/allocation.js';
import { lotCode, type NewLot, type Origin } from '../domain/lot.js';
import type { StockedProduct } from '../domain/product.js';
import { StockPort } from '../domain/stock.port.js';
import type { DayStock } from '../domain/stock-of-days.js';
import { lotAggregate, lotData } from '../publishing/lot-events.js';
import { LotEntity } from './lot.entity.js';
import { MovementEntity } from './movement.entity.js';
import { STOCK_TOTALS } from './stock-totals.js';
import { TakingEntity } from './taking.entity.js';

const OWN = `coop_id = current_setting('app.coop')::uuid`;
const LOTS_AT_ONCE = 32;
const SHORTAGES_AT_ONCE = 500;

const lockProducts = statement(
  'stock lock products',
  `SELECT code, stock_unit AS "stockUnit", shelf_life_days AS "shelfLifeDays" FROM products
   WHERE ${OWN} AND ($1::text[] IS NULL OR code = ANY($1)) ORDER BY code FOR NO KEY UPDATE`,
);

// movements and not their totals, which a transaction writes at its end: what it took itself counts
const readDayStocks = statement(
  'stock at end of days',
  `SELECT asked.product, asked.day, COALESCE((
     SELECT sum(quantity) FROM movements WHERE ${OWN} AND movements.product = asked.product
       AND movements.day <= asked.day), 0)::bigint AS quantity
   FROM (SELECT DISTINCT product, day FROM unnest($1::text[], $2::date[]) AS a (product, day)) AS asked`,
);

/** Lots that keep on every day that is asked for, on some of them, or on none; the first of each. */
const openLotsThat = (keeps: number, condition: string): string =>
  `(SELECT code, product, day, expires_on, received_at, remaining, ${keeps} AS keeps FROM lots
    WHERE ${OWN} AND lots.product = asked.product AND open AND ${condition}
    ORDER BY expires_on, received_at, code LIMIT $4)`;

const readOpenLots = statement(
  'stock open lots',
  `SELECT l.code, l.product, l.day, l.expires_on AS "expiresOn", l.remaining, l.keeps
   FROM unnest($1::text[], $2::date[], $3::date[]) AS asked (product, first, last) CROSS JOIN LATERAL (
     ${openLotsThat(2, '(expires_on >= asked.last OR expires_on IS NULL)')} UNION ALL
     ${openLotsThat(1, 'expires_on >= asked.first AND expires_on < asked.last')} UNION ALL
     ${openLotsThat(0, 'expires_on < asked.first')}) AS l
   ORDER BY l.product, l.expires_on, l.received_at, l.code`,
);

const changeRemaining = statement(
  'stock change remaining',
  `UPDATE lots SET remaining = remaining + change.quantity
   FROM unnest($1::text[], $2::bigint[]) AS change (lot, quantity) WHERE ${OWN} AND code = change.lot`,
);

const addShortages = statement(
  'stock add shortages',
  `INSERT INTO shortages (coop_id, use, code, line, turn, product, day, quantity, open)
   SELECT current_setting('app.coop')::uuid, u, c, l,
     1 + (SELECT count(*) FROM shortages WHERE ${OWN} AND use = u AND code = c AND line = l), p, d, q, q
   FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::date[], $6::bigint[]) AS found (u, c, l, p, d, q)`,
);

const readOpenShortages = statement(
  'stock open shortages',
  `SELECT s.use, s.code, s.line, s.turn, s.product, s.day, s.open AS quantity
   FROM unnest($1::text[]) AS asked (product) CROSS JOIN LATERAL (
     SELECT * FROM shortages WHERE ${OWN} AND shortages.product = asked.product AND open > 0
     ORDER BY day, use, code, line, turn LIMIT $2) AS s
   ORDER BY s.product, s.day, s.use, s.code, s.line, s.turn`,
);

const settleShortages = statement(
  'stock settle shortages',
  `UPDATE shortages s SET open = open - settled.quantity
   FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::bigint[]) AS settled (use, code, line, turn, quantity)
   WHERE ${OWN} AND s.use = settled.use AND s.code = settled.code AND s.line = settled.line AND s.turn = settled.turn`,
);

const dropShortages = statement(
  'stock drop shortages',
  `UPDATE shortages SET open = 0 WHERE ${OWN} AND use = $1 AND code = ANY($2::text[]) AND open > 0`,
);

const reverseMovements = statement(
  'stock reverse movements',
  `INSERT INTO movements (coop_id, kind, code, line, reversal, product, day, quantity)
   SELECT coop_id, kind, code, line, true, product, day, -quantity FROM movements
   WHERE ${OWN} AND kind = $1 AND code = ANY($2::text[]) AND NOT reversal
   RETURNING kind, code, product, day, quantity`,
);

const closeLots = statement(
  'stock close lots',
  `UPDATE lots SET remaining = 0 WHERE ${OWN} AND origin = $1 AND origin_code = ANY($2::text[])
   RETURNING code, origin_code AS "originCode"`,
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

type OpenShortage = Demand & { readonly use: Use; readonly code: string; readonly line: number; readonly turn: number };
/** What is asked for of a product, from the first day to the last. */
type Needed = { readonly first: Day; readonly last: Day; readonly quantity: bigint };
type Moved = Pick<MovementEntity, 'kind' | 'code' | 'product' | 'day' | 'quantity'>;
type Cause = { readonly use: Use; readonly code: string; readonly line: number };
type Freed = Demand & Cause & { readonly lot: string; readonly stockUnit: StockUnit };

/**
 * The store in PostgreSQL. Movements say what each fact did to the stock of a product on its own day;
 * takings say which lots that came from. Of a product that is short, no lot has anything left.
 */
export class PostgresStock extends StockPort {
  atEndOf(
    tx: Transaction,
    asked: readonly { readonly product: string; readonly day: Day }[],
  ): Promise<readonly DayStock[]> {
    return tx.query<DayStock>(readDayStocks, [asked.map(({ product }) => product), asked.map(({ day }) => day)]);
  }

  async lock(tx: Transaction, products?: readonly string[]): Promise<ReadonlyMap<string, StockedProduct>> {
    const codes = products ? [...new Set(products)] : null;
    const rows = await tx.query<StockedProduct>(lockProducts, [codes]);
    return new Map(rows.map((product) => [product.code, product]));
  }

  async receive(tx: Transaction, lots: readonly NewLot[]): Promise<void> {
    if (lots.length === 0) return;
    const movements = lots.map(({ origin, originCode, product, day, unit, quantity }) => {
      return { kind: origin, code: originCode, line: 1, reversal: false, product, day, unit, quantity };
    });
    await this.move(tx, movements);
    let coming = lots;
    for (let turn = 1; coming.length > 0; turn++) {
      const rows = coming.map((lot) => ({ ...lot, code: lotCode(lot.originCode, turn), remaining: lot.quantity }));
      const added = new Set(await tx.insert(LotEntity, rows, { onConflict: 'nothing', returning: 'code' }));
      for (const { code, ...lot } of rows)
        if (added.has(code))
          tx.publish(lotReceived, lotAggregate(code), 1, lotData(code, lot), lot.command && causeOf(lot.command));
      coming = coming.filter(({ originCode }) => !added.has(lotCode(originCode, turn)));
    }
    await this.settle(tx, lots);
  }

  async withdraw(
    tx: Transaction,
    origin: Origin,
    facts: readonly { readonly code: string; readonly command?: CommandId | undefined }[],
  ): Promise<readonly Shortfall<Draw>[]> {
    const codes = facts.map(({ code }) => code);
    const commands = new Map(facts.map(({ code, command }) => [code, command]));
    await this.moveBack(tx, origin, codes);
    const lots = await tx.query<{ code: string; originCode: string }>(closeLots, [origin, codes]);
    const originOf = new Map(lots.map(({ code, originCode }) => [code, originCode]));
    const freed = await tx.query<Freed>(freeFromLots, [[...originOf.keys()]]);
    const draws = merged(
      freed.map(({ lot, ...draw }) => ({ ...draw, command: commands.get(originOf.get(lot) ?? '') })),
      keyOf,
    );
    return (await this.take(tx, draws)).short;
  }

  async draw(tx: Transaction, draws: readonly MeasuredDraw[]): Promise<Allocation<Draw>> {
    const movements = draws.map(({ use, code, line, product, day, unit, quantity }) => {
      return { kind: use, code, line, reversal: false, product, day, unit, quantity: -quantity };
    });
    await this.move(tx, movements);
    return this.take(tx, draws);
  }

  async putBack(tx: Transaction, use: Use, codes: readonly string[]): Promise<void> {
    const moved = await this.moveBack(tx, use, codes);
    const found = new Set(moved.map(({ code }) => code));
    const missing = codes.find((code) => !found.has(code));
    if (missing !== undefined) throw new Error(`nothing was drawn for ${use} ${missing}`);
    const freed = await tx.query<{ lot: string; quantity: bigint }>(freeFromUses, [use, codes]);
    await tx.query(changeRemaining, [freed.map(({ lot }) => lot), freed.map(({ quantity }) => quantity)]);
    await tx.query(dropShortages, [use, codes]);
    await this.settle(tx, moved);
  }

  private async move(tx: Transaction, movements: readonly Insertable<MovementEntity>[]): Promise<void> {
    await tx.insert(MovementEntity, movements);
    tx.addAtEnd(STOCK_TOTALS, movements);
  }

  private async moveBack(tx: Transaction, kind: Origin | Use, codes: readonly string[]): Promise<readonly Moved[]> {
    const moved = await tx.query<Moved>(reverseMovements, [kind, codes]);
    tx.addAtEnd(STOCK_TOTALS, moved);
    return moved;
  }

  /** Meets draws from the lots that are open; what these lack becomes a shortage. */
  private async take(tx: Transaction, draws: readonly Draw[]): Promise<Allocation<Draw>> {
    if (draws.length === 0) return { takings: [], short: [] };
    const allocation = allocate(draws, await this.openLots(tx, draws));
    await this.keep(tx, allocation.takings);
    const { short } = allocation;
    if (short.length > 0)
      await tx.query(addShortages, [
        short.map(({ demand }) => demand.use),
        short.map(({ demand }) => demand.code),
        short.map(({ demand }) => demand.line),
        short.map(({ demand }) => demand.product),
        short.map(({ demand }) => demand.day),
        short.map(({ quantity }) => quantity),
      ]);
    return allocation;
  }

  /** Meets the open shortages of products from what their lots hold now. */
  private async settle(tx: Transaction, of: readonly { readonly product: string }[]): Promise<void> {
    let products = [...new Set(of.map(({ product }) => product))];
    while (products.length > 0) {
      const open = await tx.query<OpenShortage>(readOpenShortages, [products, SHORTAGES_AT_ONCE]);
      if (open.length === 0) return;
      const { takings, short } = allocate(open, await this.openLots(tx, open));
      await this.keep(tx, takings);
      const settled = merged(
        takings.map(({ demand, quantity }) => ({ ...demand, quantity })),
        (shortage) => `${keyOf(shortage)}\n${shortage.turn}`,
      );
      await tx.query(settleShortages, [
        settled.map(({ use }) => use),
        settled.map(({ code }) => code),
        settled.map(({ line }) => line),
        settled.map(({ turn }) => turn),
        settled.map(({ quantity }) => quantity),
      ]);
      const stillShort = new Set(short.map(({ demand }) => demand.product));
      products = products.filter(
        (product) =>
          !stillShort.has(product) && open.filter((one) => one.product === product).length === SHORTAGES_AT_ONCE,
      );
    }
  }

  /** As many lots as the demands need, in the order in which they are to be used up. */
  private async openLots(tx: Transaction, demands: readonly Demand[]): Promise<readonly OpenLot[]> {
    const needed = new Map<string, Needed>();
    for (const { product, day, quantity } of demands) {
      const { first, last, quantity: before } = needed.get(product) ?? { first: day, last: day, quantity: 0n };
      needed.set(product, {
        first: day < first ? day : first,
        last: day > last ? day : last,
        quantity: before + quantity,
      });
    }
    const asked = [...needed.values()];
    const days = [asked.map(({ first }) => first), asked.map(({ last }) => last)];
    for (let limit = LOTS_AT_ONCE; ; limit *= 8) {
      const lots = await tx.query<OpenLot & { keeps: number }>(readOpenLots, [[...needed.keys()], ...days, limit]);
      const held = new Map<string, { product: string; lots: number; quantity: bigint }>();
      for (const { product, keeps, remaining } of lots) {
        const key = `${keeps} ${product}`;
        const { lots: count, quantity } = held.get(key) ?? { lots: 0, quantity: 0n };
        held.set(key, { product, lots: count + 1, quantity: quantity + remaining });
      }
      const cutShort = [...held.values()].some(
        ({ product, lots: count, quantity }) => count === limit && quantity < (needed.get(product)?.quantity ?? 0n),
      );
      if (!cutShort) return lots;
    }
  }

  private async keep(tx: Transaction, takings: readonly Taking<Demand & Cause>[]): Promise<void> {
    if (takings.length === 0) return;
    await tx.insert(
      TakingEntity,
      takings.map(({ demand: { use, code, line }, lot, day, quantity }) => ({ lot, use, code, line, day, quantity })),
    );
    const taken = new Map<string, bigint>();
    for (const { lot, quantity } of takings) taken.set(lot, (taken.get(lot) ?? 0n) - quantity);
    await tx.query(changeRemaining, [[...taken.keys()], [...taken.values()]]);
  }
}

const keyOf = ({ use, code, line }: Cause): string => `${use}\n${code}\n${line}`;

/** Adds up the quantities of what has the same key; the rest is the first one's. */
function merged<T extends { readonly quantity: StockQuantity }>(items: readonly T[], key: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const first = byKey.get(key(item));
    byKey.set(key(item), first ? { ...first, quantity: stockQuantity(first.quantity + item.quantity) } : item);
  }
  return [...byKey.values()];
}
