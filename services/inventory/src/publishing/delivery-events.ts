import type { DataOf, deliveryReceived } from '@ayni/contracts';
import { formatAmount } from '@ayni/kernel';
import type { Delivery } from '../domain/delivery.js';

/** The aggregate under which a delivery's events stay in order. */
export const deliveryAggregate = ({ code }: Delivery): string => `delivery/${code}`;

/** A delivery in the words of the contract. */
export const deliveryData = (delivery: Delivery): DataOf<typeof deliveryReceived> => ({
  code: delivery.code,
  deliveredAt: delivery.deliveredAt,
  day: delivery.day,
  member: delivery.member,
  product: delivery.product,
  quantity: delivery.quantity,
  unit: delivery.unit,
  stockUnit: delivery.stockUnit,
  stockQuantity: delivery.stockQuantity.toString(),
  unitPrice: formatAmount(delivery.unitPrice),
  amount: formatAmount(delivery.amount),
  currency: delivery.currency,
});
