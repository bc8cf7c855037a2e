import type { RunningTotals } from '@ayni/database/running-totals';

/**
 * What movements did to the stock of each product, by kind: above zero where it came in, below where it left. What
 * families took home of harvests, which never came in, is kept beside it as `home-use`.
 */
export const STOCK_TOTALS = {
  table: 'stock_totals',
  keys: ['product', 'kind'],
  measures: ['quantity'],
} as const satisfies RunningTotals;
