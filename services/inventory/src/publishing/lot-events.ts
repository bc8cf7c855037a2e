import type { DataOf, lotReceived } from '@ayni/contracts';
import type { NewLot } from '../domain/lot.js';

export const lotAggregate = (code: string): string => `lot/${code}`;

/** A lot in the words of the contract. */
export const lotData = (code: string, lot: NewLot): DataOf<typeof lotReceived> => ({
  code,
  product: lot.product,
  day: lot.day,
  origin: lot.origin,
  stockUnit: lot.stockUnit,
  stockQuantity: lot.quantity.toString(),
});
