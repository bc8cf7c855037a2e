import { amountSql, Listing, withReversal } from '@ayni/http/listing';

/** Advances by day, with the reason where one was taken back. */
export const advances = new Listing({
  name: 'advances',
  from: `advances a ${withReversal('advance', 'a')}`,
  alias: 'a',
  columns: {
    code: 'a.code',
    paidOn: 'a.day',
    member: 'a.member',
    amount: amountSql('a.amount'),
    note: 'a.note',
    recordedBy: 'a.recorded_by',
    recordedAt: 'a.recorded_at',
    reversal: 'r.reason',
  },
  order: ['a.day', 'a.code'],
  day: 'a.day',
  filters: { member: 'a.member' },
});
