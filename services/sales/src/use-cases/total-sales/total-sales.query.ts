import { addDays, type Day, type StockUnit } from '@ayni/kernel';
import { ofSpan, spanOfDays, spanValues } from '@ayni/database/running-totals';
import {
  AmountField,
  CountField,
  ShownListField,
  ShownTextField,
  StockQuantityField,
  StockUnitField,
} from '@ayni/http/fields';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql } from '@ayni/http/listing';

export const TOTALS_BY = ['day', 'week', 'market', 'product'] as const;
export type TotalsBy = (typeof TOTALS_BY)[number];

/** What sales of one day, week at one market, market or product came to. */
export class SalesTotal {
  @ShownTextField({ description: 'the day, Monday of the week, market or product' }) key!: string;
  @CountField() receipts!: number;
  @CountField() lines!: number;
  @AmountField() amount!: string;
  @StockQuantityField({ optional: true, description: 'by product only' }) stockQuantity?: string;
  @StockUnitField({ optional: true, description: 'by product only' }) stockUnit?: StockUnit;
  @ShownTextField({ optional: true, description: 'by week only' }) market?: string;
}

/** What sales came to, by key. */
export class SalesTotals {
  @ShownListField(() => SalesTotal) items!: readonly SalesTotal[];
}

const total = (by: TotalsBy, key: string, of: string, more = '', groups = '1'): Statement =>
  statement(
    `sales by ${by}`,
    `SELECT ${key} AS key, sum(receipts)::int AS receipts, sum(lines)::int AS lines,
       ${amountSql('sum(amount)::bigint')} AS amount ${more}
     FROM market_totals t WHERE ${ofSpan(1)} AND ${of}
     GROUP BY ${groups} HAVING sum(receipts) > 0 ORDER BY ${groups}`,
  );

const stockUnit = `(SELECT stock_unit FROM products p WHERE p.coop_id = t.coop_id AND p.code = t.product)`;

/** What a market is called now. */
const called = `(SELECT m.called FROM markets m WHERE m.coop_id = t.coop_id AND m.name = t.market)`;

const statements: Readonly<Record<TotalsBy, Statement>> = {
  day: total('day', 'day', `product = ''`),
  // weeks begin on Mondays
  week: total(
    'week',
    `to_char(date_trunc('week', day), 'YYYY-MM-DD')`,
    `product = ''`,
    `, ${called} AS market`,
    // by its name of now, which comes fifth
    '1, 5',
  ),
  market: total('market', called, `product = ''`),
  product: total(
    'product',
    'product',
    `product <> ''`,
    `, sum(quantity)::text AS "stockQuantity", min(${stockUnit}) AS "stockUnit"`,
  ),
};

/** What sales came to by day, week and market, market or product, receipts that were taken back left out. */
export function totalSales(tx: Transaction, by: TotalsBy, from: Day | null, to: Day | null): Promise<SalesTotal[]> {
  const span = { from: from ?? undefined, until: to === null ? undefined : addDays(to, 1) };
  const isByDays = by === 'day' || by === 'week';
  return tx.query<SalesTotal>(statements[by], isByDays ? spanOfDays(span) : spanValues(span));
}
