import { Listing, withReversal } from '@ayni/http/listing';

/** Losses by day, with the reason where one was taken back. */
export const losses = new Listing({
  name: 'losses',
  from: `losses l ${withReversal('loss', 'l')}`,
  alias: 'l',
  columns: {
    code: 'l.code',
    lostAt: 'l.lost_at',
    day: 'l.day',
    product: 'l.product',
    quantity: 'l.quantity',
    unit: 'l.unit',
    stockUnit: 'l.stock_unit',
    stockQuantity: 'l.stock_quantity',
    reason: 'l.reason',
    recordedBy: 'l.recorded_by',
    recordedAt: 'l.recorded_at',
    reversal: 'r.reason',
  },
  order: ['l.day', 'l.code'],
  day: 'l.day',
  filters: { product: 'l.product' },
});
