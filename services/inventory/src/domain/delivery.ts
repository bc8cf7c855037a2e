import {
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

/** A member's produce as it was written at the store: price and quantity still as text. */
export type DeliveryDraft = {
  readonly code: string;
  readonly deliveredAt: Instant;
  readonly member: string;
  readonly product: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
};

/** A member's produce, taken in at a first price on a business day. */
export type Delivery = Omit<DeliveryDraft, 'unitPrice'> &
  Measured & {
    readonly day: Day;
    readonly unitPrice: Centavos;
    /** quantity × unit price, rounded half up. */
    readonly amount: Centavos;
    readonly currency: Currency;
  };

/**
 * Prices and measures a delivery.
 * @param pointer the delivery's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`, `amount-too-large`
 */
export function priceDelivery(
  draft: DeliveryDraft,
  day: Day,
  currency: Currency,
  units: UnitBook,
  pointer: string,
): Delivery {
  const { product, unit, quantity: text } = draft;
  const quantity = parsePositiveQuantity(text, `${pointer}/quantity`);
  const unitPrice = parseAmount(draft.unitPrice, `${pointer}/unitPrice`);
  const measured = units.measure({ product, unit, quantity, text }, day, pointer);
  return { ...draft, ...measured, day, currency, unitPrice, amount: lineAmount(quantity, unitPrice, pointer) };
}
