import type { Sent } from '../../api/route.js';
import { amountFor, decimalOf } from '../../words/reckon.js';

export type SentSale = Sent<'POST /api/sales/v1/sales'>['body']['rows'][number];
export type Line = SentSale['lines'][number];

/** What a line comes to, as the system will reckon it; undefined where it is no line yet. */
export const amountOf = ({ quantity, unitPrice }: Line, places: number): bigint | undefined =>
  amountFor(quantity, unitPrice, places);

/** What lines come to together, as a text. */
export const totalOf = (lines: readonly Line[], places: number): string =>
  decimalOf(
    lines.reduce((sum, line) => sum + (amountOf(line, places) ?? 0n), 0n),
    places,
  );
