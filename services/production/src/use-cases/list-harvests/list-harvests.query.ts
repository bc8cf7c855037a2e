import { Listing, withReversal } from '@ayni/http/listing';

/** Harvests by day, with the reason where one was taken back. */
export const harvests = new Listing({
  name: 'harvests',
  from: `harvests h ${withReversal('harvest', 'h')}`,
  alias: 'h',
  columns: {
    code: 'h.code',
    harvestedAt: 'h.harvested_at',
    day: 'h.day',
    structure: 'h.structure',
    product: 'h.product',
    quantity: 'h.quantity',
    unit: 'h.unit',
    homeUse: 'h.home_use',
    stockUnit: 'h.stock_unit',
    stockQuantity: 'h.stock_quantity',
    stockHomeUse: 'h.stock_home_use',
    recordedBy: 'h.recorded_by',
    recordedAt: 'h.recorded_at',
    reversal: 'r.reason',
  },
  order: ['h.day', 'h.code'],
  day: 'h.day',
  filters: { structure: 'h.structure', product: 'h.product' },
});
