import {
  centavos,
  lineAmount,
  parseAmount,
  parsePositiveQuantity,
  type Centavos,
  type Currency,
  type Day,
  type Instant,
  type Measured,
  type UnitBook,
} from '@ayni/kernel';

export const PAYMENTS = ['cash', 'qr', 'credit'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** A line as it was written at the stall: amounts and quantities still as text. */
export type LineDraft = {
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
};

/** A receipt as it was written at the stall. */
export type SaleDraft = {
  readonly receipt: string;
  readonly soldAt: Instant;
  readonly market: string;
  readonly payment: Payment;
  readonly lines: readonly LineDraft[];
};

export type SaleLine = Measured & {
  /** Its place on the receipt, from 1. */
  readonly line: number;
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: Centavos;
  /** quantity × unit price, rounded half up. */
  readonly amount: Centavos;
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
  const lines = draft.lines.map((line, i) => priceLine(line, i, day, units, `${pointer}/lines/${i}`));
  const total = centavos(lines.reduce((sum, { amount }) => sum + amount, 0n));
  return { ...draft, day, currency, total, lines };
}

function priceLine(draft: LineDraft, index: number, day: Day, units: UnitBook, pointer: string): SaleLine {
  const { product, unit, quantity: text } = draft;
  const quantity = parsePositiveQuantity(text, `${pointer}/quantity`);
  const unitPrice = parseAmount(draft.unitPrice, `${pointer}/unitPrice`);
  const measured = units.measure({ product, unit, quantity, text }, day, pointer);
  return {
    line: index + 1,
    product,
    quantity: text,
    unit,
    unitPrice,
    amount: lineAmount(quantity, unitPrice, pointer),
    ...measured,
  };
}
