import { parsePositiveQuantity, type Day, type Instant, type Measured, type UnitBook } from '@ayni/kernel';

/** Lost produce as it was written at the store. */
export type LossDraft = {
  readonly code: string;
  readonly recordedAt: Instant;
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  /** Why it was lost, such as "spoiled". */
  readonly reason: string;
};

/** Produce that the store lost on a business day. */
export type Loss = LossDraft & Measured & { readonly day: Day };

/**
 * @param pointer the loss's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`
 */
export function measureLoss(draft: LossDraft, day: Day, units: UnitBook, pointer: string): Loss {
  const { product, unit, quantity: text } = draft;
  const quantity = parsePositiveQuantity(text, `${pointer}/quantity`);
  return { ...draft, ...units.measure({ product, unit, quantity, text }, day, pointer), day };
}
