import type { DataOf, lossRecorded } from '@ayni/contracts';
import type { Loss } from '../domain/loss.js';

/** The aggregate under which a loss's events stay in order. */
export const lossAggregate = ({ code }: Loss): string => `loss/${code}`;

/** A loss in the words of the contract. */
export const lossData = (loss: Loss): DataOf<typeof lossRecorded> => ({
  code: loss.code,
  day: loss.day,
  product: loss.product,
  stockUnit: loss.stockUnit,
  stockQuantity: loss.stockQuantity.toString(),
  reason: loss.reason,
});
