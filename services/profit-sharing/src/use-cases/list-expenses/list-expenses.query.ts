import { amountSql, Listing, withReversal } from '@ayni/http/listing';

/** Expenses by day, with the reason where one was taken back. */
export const expenses = new Listing({
  name: 'expenses',
  from: `expenses e ${withReversal('expense', 'e')}`,
  alias: 'e',
  columns: {
    code: 'e.code',
    spentOn: 'e.day',
    category: 'e.category',
    currency: 'e.currency',
    amount: amountSql('e.amount'),
    fundedBy: 'e.funded_by',
    recordedBy: 'e.recorded_by',
    recordedAt: 'e.recorded_at',
    reversal: 'r.reason',
  },
  order: ['e.day', 'e.code'],
  day: 'e.day',
  filters: { fundedBy: 'e.funded_by' },
});
