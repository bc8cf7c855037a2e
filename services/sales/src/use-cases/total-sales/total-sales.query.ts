import type { Day } from '@ayni/kernel';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql } from '@ayni/http/listing';
import { standing } from '@ayni/facts/standing';

export const TOTALS_BY = ['day', 'market', 'product'] as const;
export type TotalsBy = (typeof TOTALS_BY)[number];

export type SalesTotal = {
  readonly key: string;
  readonly receipts: number;
  readonly lines: number;
  readonly amount: string;
  /** By product only. */
  readonly stockQuantity?: string;
  readonly stockUnit?: string;
};

const total = (by: TotalsBy, key: string, more = ''): Statement =>
  statement(
    `sales by ${by}`,
    `SELECT ${key} AS key, count(DISTINCT s.code)::int AS receipts, count(*)::int AS lines,
       ${amountSql('sum(l.amount)::bigint')} AS amount ${more}
     FROM sale_lines l JOIN sales s ON s.coop_id = l.coop_id AND s.code = l.receipt
     WHERE s.coop_id = current_setting('app.coop')::uuid AND ${standing('sale', 's')}
       AND ($1::date IS NULL OR s.day >= $1) AND ($2::date IS NULL OR s.day <= $2)
     GROUP BY 1 ORDER BY 1`,
  );

const statements: Readonly<Record<TotalsBy, Statement>> = {
  day: total('day', 's.day'),
  market: total('market', 's.market'),
  product: total(
    'product',
    'l.product',
    ', sum(l.stock_quantity)::text AS "stockQuantity", min(l.stock_unit) AS "stockUnit"',
  ),
};

/** What sales came to by day, market or product, receipts that were taken back left out. */
export const totalSales = (tx: Transaction, by: TotalsBy, from: Day | null, to: Day | null): Promise<SalesTotal[]> =>
  tx.query<SalesTotal>(statements[by], [from, to]);
