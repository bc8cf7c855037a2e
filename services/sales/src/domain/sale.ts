import {
  centavos,
  each,
  priceLine,
  type Centavos,
  type Day,
  type LineDraft,
  type PriceBook,
  type Priced,
} from '@ayni/kernel';

export const PAYMENTS = ['cash', 'qr', 'credit'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** A line that was measured and priced, with its place on the receipt, from 1. */
export type PricedLine<Line> = Omit<Line, 'unitPrice'> & Priced & { readonly line: number };

/**
 * Prices and measures the lines of a receipt; its total is their sum.
 * @param pointer the receipt's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`, `amount-too-large`
 */
export function priceLines<Line extends LineDraft>(
  drafts: readonly Line[],
  day: Day,
  book: PriceBook,
  pointer: string,
): { readonly total: Centavos; readonly lines: readonly PricedLine<Line>[] } {
  const lines = each(drafts, (draft, i) => ({
    ...draft,
    line: i + 1,
    ...priceLine(draft, day, book, `${pointer}/lines/${i}`),
  }));
  return { total: centavos(lines.reduce((sum, { amount }) => sum + amount, 0n)), lines };
}
