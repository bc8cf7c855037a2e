import { amountSql, Listing, withReversal } from '@ayni/http/listing';

/** Deliveries by day, with the reason where one was taken back. */
export const deliveries = new Listing({
  name: 'deliveries',
  from: `deliveries d ${withReversal('delivery', 'd')}`,
  alias: 'd',
  columns: {
    code: 'd.code',
    deliveredAt: 'd.delivered_at',
    day: 'd.day',
    member: 'd.member',
    product: 'd.product',
    quantity: 'd.quantity',
    unit: 'd.unit',
    stockUnit: 'd.stock_unit',
    stockQuantity: 'd.stock_quantity',
    unitPrice: amountSql('d.unit_price'),
    amount: amountSql('d.amount'),
    currency: 'd.currency',
    recordedBy: 'd.recorded_by',
    recordedAt: 'd.recorded_at',
    reversal: 'r.reason',
  },
  order: ['d.day', 'd.code'],
  day: 'd.day',
  filters: { member: 'd.member', product: 'd.product' },
});
