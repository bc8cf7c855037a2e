import {
  centavos,
  formatAmount,
  lineAmount,
  parseAmount,
  parsePositiveQuantity,
  Refusal,
  type Centavos,
} from '@ayni/kernel';
import type { Sent } from '../../api/route.js';

export type SentSale = Sent<'POST /api/sales/v1/sales'>['body']['rows'][number];
export type Line = SentSale['lines'][number];

/** What a line comes to, as the system will reckon it; undefined where it is no line yet. */
export function amountOf({ quantity, unitPrice }: Line, places: number): Centavos | undefined {
  try {
    return lineAmount(parsePositiveQuantity(quantity), parseAmount(unitPrice, places));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** What lines come to together, as a text. */
export const totalOf = (lines: readonly Line[], places: number): string =>
  formatAmount(centavos(lines.reduce((sum, line) => sum + (amountOf(line, places) ?? 0n), 0n)), places);
