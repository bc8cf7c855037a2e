import {
  centavos,
  priceLine,
  type Centavos,
  type Currency,
  type Day,
  type Instant,
  type LineDraft,
  type Priced,
  type UnitBook,
} from '@ayni/kernel';

export const PAYMENTS = ['cash', 'qr', 'credit'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** A receipt as it was written at the stall. */
export type SaleDraft = {
  readonly receipt: string;
  readonly soldAt: Instant;
  readonly market: string;
  readonly payment: Payment;
  readonly lines: readonly LineDraft[];
};

export type SaleLine = Omit<LineDraft, 'unitPrice'> &
  Priced & {
    /** Its place on the receipt, from 1. */
    readonly line: number;
  };

/** A receipt of one business day; its total is the sum of its lines. */
export type Sale = Omit<SaleDraft, 'lines'> & {
  readonly day: Day;
  readonly currency: Currency;
  readonly total: Centavos;
  readonly lines: readonly SaleLine[];
};

/**
 * Prices and measures a receipt.
 * @param pointer the receipt's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`, `amount-too-large`
 */
export function priceSale(draft: SaleDraft, day: Day, currency: Currency, units: UnitBook, pointer: string): Sale {
  const lines = draft.lines.map((line, i) => ({
    ...line,
    line: i + 1,
    ...priceLine(line, day, units, `${pointer}/lines/${i}`),
  }));
  const total = centavos(lines.reduce((sum, { amount }) => sum + amount, 0n));
  return { ...draft, day, currency, total, lines };
}
