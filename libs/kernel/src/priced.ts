import type { Day } from './calendar.js';
import { lineAmount, parseAmount, type Centavos } from './money.js';
import { parsePositiveQuantity } from './quantity.js';
import { all } from './refusals.js';
import type { Measured, UnitBook } from './unit-book.js';

/** A quantity of a product at a price, as it was written. */
export type LineDraft = {
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
};

/** What a quantity is in stock units, and what it comes to. */
export type Priced = Measured & {
  readonly unitPrice: Centavos;
  /** quantity × unit price, rounded half up. */
  readonly amount: Centavos;
};

/** What lines are measured and priced by: the units of their products, and the places of the currency. */
export type PriceBook = { readonly units: UnitBook; readonly places: number };

/**
 * Measures a line by the units in force on a day, and prices it.
 * @param pointer the line's place in the request
 * @throws Refusal `bad-quantity`, `bad-amount`, `unknown-reference`, `unknown-unit`, `quantity-not-whole`,
 *   `amount-too-large`
 */
export function priceLine(
  { product, unit, quantity: text, unitPrice: price }: LineDraft,
  day: Day,
  { units, places }: PriceBook,
  pointer: string,
): Priced {
  const quantity = parsePositiveQuantity(text, `${pointer}/quantity`);
  const [unitPrice, measured] = all(
    () => parseAmount(price, places, `${pointer}/unitPrice`),
    () => units.measure({ product, unit, quantity, text }, day, pointer),
  );
  return { ...measured, unitPrice, amount: lineAmount(quantity, unitPrice, pointer) };
}
