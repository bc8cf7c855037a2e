import type { Day } from '@ayni/kernel';
import { factTotals } from '@ayni/facts/fact-totals';

/** Stands in the place of a product for what a whole receipt comes to. */
const WHOLE = '';

/**
 * What was sold at each market, of each product and in all; receipts that were taken back are left out. A receipt that
 * names a product twice counts once for it.
 */
export const MARKET_TOTALS = {
  table: 'market_totals',
  keys: ['market', 'product'],
  measures: ['receipts', 'lines', 'amount', 'quantity'],
} as const;

/** What of a receipt is summed, in centavos and stock units. */
type Sold = {
  readonly day: Day;
  readonly market: string;
  readonly total: bigint;
  readonly lines: readonly { readonly product: string; readonly amount: bigint; readonly stockQuantity: bigint }[];
};

export const marketTotals = factTotals(MARKET_TOTALS, ({ day, market, total, lines }: Sold) => [
  { day, market, product: WHOLE, receipts: 1n, lines: BigInt(lines.length), amount: total, quantity: 0n },
  ...lines.map(({ product, amount, stockQuantity: quantity }, i) => {
    const isFirst = lines.findIndex((line) => line.product === product) === i;
    return { day, market, product, receipts: isFirst ? 1n : 0n, lines: 1n, amount, quantity };
  }),
]);
