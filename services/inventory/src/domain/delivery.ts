import {
  priceLine,
  type Currency,
  type Day,
  type Instant,
  type LineDraft,
  type Priced,
  type UnitBook,
} from '@ayni/kernel';

/** A member's produce as it was written at the store: price and quantity still as text. */
export type DeliveryDraft = LineDraft & {
  readonly code: string;
  readonly deliveredAt: Instant;
  readonly member: string;
};

/** A member's produce, taken in at a first price on a business day. */
export type Delivery = Omit<DeliveryDraft, 'unitPrice'> & Priced & { readonly day: Day; readonly currency: Currency };

/**
 * Prices and measures a delivery.
 * @param pointer the delivery's place in the request
 * @throws Refusal `unknown-reference`, `unknown-unit`, `quantity-not-whole`, `amount-too-large`
 */
export const priceDelivery = (
  draft: DeliveryDraft,
  day: Day,
  currency: Currency,
  units: UnitBook,
  pointer: string,
): Delivery => ({ ...draft, ...priceLine(draft, day, units, pointer), day, currency });
