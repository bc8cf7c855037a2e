import { amountSql, Listing, withReversal } from '@ayni/http/listing';

/** Grants by day, with what has been spent of each. */
export const grants = new Listing({
  name: 'grants',
  from: `grants g ${withReversal('grant', 'g')}`,
  alias: 'g',
  columns: {
    code: 'g.code',
    funder: 'g.funder',
    purpose: 'g.purpose',
    amount: amountSql('g.amount'),
    spent: amountSql(`COALESCE((
      SELECT sum(e.amount) FROM expenses e WHERE e.coop_id = g.coop_id AND e.funded_by = g.code AND NOT EXISTS (
        SELECT 1 FROM reversals x WHERE x.coop_id = e.coop_id AND x.kind = 'expense' AND x.code = e.code)), 0)::bigint`),
    receivedOn: 'g.day',
    restricted: 'g.restricted',
    recordedBy: 'g.recorded_by',
    recordedAt: 'g.recorded_at',
    reversal: 'r.reason',
  },
  order: ['g.day', 'g.code'],
  day: 'g.day',
});
