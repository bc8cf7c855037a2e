import type { DataOf, harvestRecorded } from '@ayni/contracts';
import type { Harvest } from '../domain/harvest.js';

/** The aggregate under which a harvest's events stay in order. */
export const harvestAggregate = ({ code }: Harvest): string => `harvest/${code}`;

/** A harvest in the words of the contract, where home use is told in stock units. */
export const harvestData = (harvest: Harvest): DataOf<typeof harvestRecorded> => ({
  code: harvest.code,
  harvestedAt: harvest.harvestedAt,
  day: harvest.day,
  structure: harvest.structure,
  product: harvest.product,
  quantity: harvest.quantity,
  unit: harvest.unit,
  stockUnit: harvest.stockUnit,
  stockQuantity: harvest.stockQuantity.toString(),
  homeUse: harvest.stockHomeUse.toString(),
});
