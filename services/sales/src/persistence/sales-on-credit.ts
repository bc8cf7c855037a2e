import { unfinishedBy } from '@ayni/facts/unfinished';
import { standing } from '@ayni/facts/standing';

/** What buyers owe for sales on credit, by market: the books know of no payment of it yet. */
export const salesOnCredit = unfinishedBy(
  'uncollected-credit',
  `SELECT f.market AS of, count(*)::int AS records, sum(f.total)::bigint AS sum FROM sales f
   WHERE f.coop_id = current_setting('app.coop')::uuid AND f.payment = 'credit' AND f.day >= $1 AND f.day < $2
     AND ${standing('sale', 'f')}
   GROUP BY f.market ORDER BY f.market`,
);
