import { causeOf } from '@ayni/messaging/outbox/cause';
import { lotReceived } from '@ayni/contracts';
import type { CommandId, Day } from '@ayni/kernel';
import { FIRST_SEQ } from '@ayni/database/event-table';
import type { Insertable } from '@ayni/database/insert';
import type { Transaction } from '@ayni/database/transaction';
import { allInOrder } from '@ayni/database/all-in-order';
import { statement } from '@ayni/database/statement';
import { allocate, causeKey, type Draw, type MeasuredDraw, type Use } from '../domain/allocation.js';
import { lotCode, type NewLot, type Origin } from '../domain/lot.js';
import type { StockedProduct } from '../domain/product.js';
import { StockPort, type Drawn, type Retold } from '../domain/stock.port.js';
import type { DayStock } from '../domain/stock-of-days.js';
import { lotAggregate, lotData } from '../publishing/lot-events.js';
import { LotEntity } from './lot.entity.js';
import { MovementEntity } from './movement.entity.js';
import { openLots } from './open-lots.js';
import { OWN } from './own.js';
import { takeAnew, touching, type TakenAnew } from './reallocation.postgres.js';
import { addShortages, dropShortages } from './shortages.js';
import { STOCK_TOTALS } from './stock-totals.js';
import { freeLots, keepTakings, returnToLots } from './takings.js';

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
   RETURNING code, origin_code AS "originCode", day`,
);

type Told = { readonly code: string; readonly command?: CommandId | undefined };
type MovedBack = Pick<MovementEntity, 'kind' | 'code' | 'product' | 'day' | 'quantity'>;

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

  async receive(tx: Transaction, lots: readonly NewLot[]): Promise<Retold> {
    if (lots.length === 0) return { moved: [], short: [] };
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
          tx.publish(
            lotReceived,
            lotAggregate(code),
            FIRST_SEQ,
            lotData(code, lot),
            lot.command && causeOf(lot.command),
          );
      coming = coming.filter(({ originCode }) => !added.has(lotCode(originCode, turn)));
    }
    return retoldOf(await takeAnew(tx, await touching(tx, lots)));
  }

  async withdraw(tx: Transaction, origin: Origin, facts: readonly Told[]): Promise<Retold> {
    const codes = facts.map(({ code }) => code);
    await this.moveBack(tx, origin, codes);
    const lots = await tx.query<Pick<LotEntity, 'code' | 'originCode' | 'day'>>(closeLots, [origin, codes]);
    const lotOf = new Map(lots.map((lot) => [lot.code, { ...lot, command: commandOf(facts, lot.originCode) }]));
    const freed = await freeLots(tx, [...lotOf.keys()]);
    const draws = freed.map(({ lot, ...draw }) => ({ ...draw, command: lotOf.get(lot)?.command }));
    const changes = freed.flatMap(({ lot, product }) => {
      const from = lotOf.get(lot);
      return from ? [{ product, day: from.day, command: from.command }] : [];
    });
    const { moved, short } = await takeAnew(tx, changes, draws);
    return retoldOf({ moved: [...draws, ...moved], short });
  }

  async draw(tx: Transaction, draws: readonly MeasuredDraw[]): Promise<Drawn> {
    const { lots, late } = await openLots(tx, draws);
    const movements = draws.map(({ use, code, line, product, day, unit, quantity }) => {
      return { kind: use, code, line, reversal: false, product, day, unit, quantity: -quantity };
    });
    const isLate = ({ product }: Draw): boolean => late.has(product);
    const { takings, short } = allocate(
      draws.filter((draw) => !isLate(draw)),
      lots,
    );
    await allInOrder([this.move(tx, movements), keepTakings(tx, takings), addShortages(tx, short)]);
    const anew = await takeAnew(tx, draws.filter(isLate), draws.filter(isLate));
    const own = new Set(draws.map(causeKey));
    const isOwn = (draw: Draw): boolean => own.has(causeKey(draw));
    return {
      takings: [...takings, ...anew.takings.filter(({ demand }) => isOwn(demand))],
      short: [...short, ...anew.short.filter(({ demand }) => isOwn(demand))],
      retold: retoldOf({
        moved: anew.moved.filter((draw) => !isOwn(draw)),
        short: anew.short.filter(({ demand }) => !isOwn(demand)),
      }),
    };
  }

  async putBack(tx: Transaction, use: Use, facts: readonly Told[]): Promise<Retold> {
    const codes = facts.map(({ code }) => code);
    const moved = await this.moveBack(tx, use, codes);
    const found = new Set(moved.map(({ code }) => code));
    const missing = codes.find((code) => !found.has(code));
    if (missing !== undefined) throw new Error(`nothing was drawn for ${use} ${missing}`);
    await returnToLots(tx, use, codes);
    await dropShortages(tx, use, codes);
    const changes = moved.map(({ code, product, day }) => ({ product, day, command: commandOf(facts, code) }));
    return retoldOf(await takeAnew(tx, await touching(tx, changes)));
  }

  private async move(tx: Transaction, movements: readonly Insertable<MovementEntity>[]): Promise<void> {
    await tx.insert(MovementEntity, movements);
    tx.addAtEnd(STOCK_TOTALS, movements);
  }

  private async moveBack(tx: Transaction, kind: Origin | Use, codes: readonly string[]): Promise<readonly MovedBack[]> {
    const moved = await tx.query<MovedBack>(reverseMovements, [kind, codes]);
    tx.addAtEnd(STOCK_TOTALS, moved);
    return moved;
  }
}

const commandOf = (facts: readonly Told[], code: string): CommandId | undefined =>
  facts.find((fact) => fact.code === code)?.command;

/** Receipts are told of what became of their lots; what was taken otherwise stays here. */
const retoldOf = ({ moved, short }: Pick<TakenAnew, 'moved' | 'short'>): Retold => ({
  moved: [
    ...new Map(moved.flatMap(({ use, code, command }) => (use === 'sale' ? [[code, command] as const] : []))),
  ].map(([receipt, command]) => ({ receipt, command })),
  short: short.filter(({ demand }) => demand.use === 'sale'),
});
