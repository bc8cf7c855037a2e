import type { Day, StockUnit } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';

/** What the store had of a product at the end of a day, and how it came to that; in stock units. */
export type ProductStock = {
  readonly product: string;
  readonly stockUnit: StockUnit;
  /** Home use included. */
  readonly harvested: string;
  readonly delivered: string;
  readonly homeUse: string;
  readonly lost: string;
  readonly given: string;
  readonly sold: string;
  /** Below zero where more was taken than came in. */
  readonly onHand: string;
};

const read = statement(
  'total stock',
  `WITH moved AS (
     SELECT product, sum(quantity) AS on_hand,
       sum(quantity) FILTER (WHERE kind = 'harvest') AS harvested,
       sum(quantity) FILTER (WHERE kind = 'delivery') AS delivered,
       -sum(quantity) FILTER (WHERE kind = 'sale') AS sold,
       -sum(quantity) FILTER (WHERE kind = 'loss') AS lost,
       -sum(quantity) FILTER (WHERE kind = 'gift') AS given
     FROM movements WHERE coop_id = current_setting('app.coop')::uuid AND day <= $1 GROUP BY product
   ),
   home AS (
     SELECT product, sum(home_use) AS used FROM harvests
     WHERE coop_id = current_setting('app.coop')::uuid AND day <= $1 AND ${standing('harvest', 'harvests')}
     GROUP BY product
   )
   SELECT p.code AS product, p.stock_unit AS "stockUnit",
     (COALESCE(moved.harvested, 0) + COALESCE(home.used, 0))::text AS harvested,
     COALESCE(moved.delivered, 0)::text AS delivered, COALESCE(home.used, 0)::text AS "homeUse",
     COALESCE(moved.lost, 0)::text AS lost, COALESCE(moved.given, 0)::text AS given, COALESCE(moved.sold, 0)::text AS sold,
     COALESCE(moved.on_hand, 0)::text AS "onHand"
   FROM products p LEFT JOIN moved ON moved.product = p.code LEFT JOIN home ON home.product = p.code
   WHERE p.coop_id = current_setting('app.coop')::uuid ORDER BY p.code`,
);

/** The stock of every product at the end of a day, what was taken back left out. */
export const totalStock = (tx: Transaction, on: Day): Promise<ProductStock[]> => tx.query<ProductStock>(read, [on]);
