import { addDays, type Day, type StockUnit } from '@ayni/kernel';
import { CodeField, DayField, ShownListField, StockQuantityField, StockUnitField } from '@ayni/http/fields';
import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanValues } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';

/** What the store had of a product at the end of a day, and how it came to that; in stock units. */
export class ProductStock {
  @CodeField() product!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField({ description: 'home use included' }) harvested!: string;
  @StockQuantityField() delivered!: string;
  @StockQuantityField() homeUse!: string;
  @StockQuantityField() lost!: string;
  @StockQuantityField() given!: string;
  @StockQuantityField() sold!: string;
  @StockQuantityField({ description: 'below zero where more was taken than came in' }) onHand!: string;
}

/** The stock of every product at the end of a day. */
export class Stock {
  @DayField() on!: Day;
  @ShownListField(() => ProductStock) items!: readonly ProductStock[];
}

const sumOf = (kind: string): string => `COALESCE(sum(quantity) FILTER (WHERE kind = '${kind}'), 0)`;

const read = statement(
  'total stock',
  `WITH moved AS (
     SELECT product, ${sumOf('harvest')} AS received, ${sumOf('home-use')} AS home, ${sumOf('delivery')} AS delivered,
       -${sumOf('loss')} AS lost,
       -${sumOf('gift')} AS given,
       -${sumOf('sale')} AS sold,
       COALESCE(sum(quantity) FILTER (WHERE kind <> 'home-use'), 0) AS on_hand
     FROM stock_totals WHERE ${ofSpan(1)} GROUP BY product
   )
   SELECT p.code AS product, p.stock_unit AS "stockUnit",
     (COALESCE(received, 0) + COALESCE(home, 0))::text AS harvested, COALESCE(delivered, 0)::text AS delivered,
     COALESCE(home, 0)::text AS "homeUse",
     COALESCE(lost, 0)::text AS lost,
     COALESCE(given, 0)::text AS given,
     COALESCE(sold, 0)::text AS sold,
     COALESCE(on_hand, 0)::text AS "onHand"
   FROM products p LEFT JOIN moved ON moved.product = p.code
   WHERE p.coop_id = current_setting('app.coop')::uuid ORDER BY p.code`,
);

/** The stock of every product at the end of a day, what was taken back left out. */
export class TotalStock {
  constructor(private readonly coops: CoopDirectory) {}

  /** @param on today in the co-op's zone where left out */
  async run(tx: Transaction, on?: Day): Promise<Stock> {
    const day = on ?? (await this.coops.today(tx));
    return { on: day, items: await tx.query<ProductStock>(read, spanValues({ until: addDays(day, 1) })) };
  }
}
