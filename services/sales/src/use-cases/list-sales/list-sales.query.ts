import { amountSql, Listing, withReversal } from '@ayni/http/listing';

/** Receipts by day, with the reason where one was taken back. */
export const sales = new Listing({
  name: 'sales',
  from: `sales s ${withReversal('sale', 's')}`,
  alias: 's',
  columns: {
    receipt: 's.code',
    soldAt: 's.sold_at',
    day: 's.day',
    market: 's.market',
    payment: 's.payment',
    currency: 's.currency',
    total: amountSql('s.total'),
    lines: 's.lines',
    recordedBy: 's.recorded_by',
    recordedAt: 's.recorded_at',
    reversal: 'r.reason',
  },
  order: ['s.day', 's.code'],
  day: 's.day',
  filters: { market: 's.market', payment: 's.payment' },
});
