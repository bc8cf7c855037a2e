import { unfinishedBy } from '@ayni/facts/unfinished';

/** What was taken that no lot has settled, by product. */
export const openShortages = unfinishedBy(
  'shortage',
  `SELECT s.product AS of, count(*)::int AS records, sum(s.open)::bigint AS sum, p.stock_unit AS unit
   FROM shortages s JOIN products p ON p.coop_id = s.coop_id AND p.code = s.product
   WHERE s.coop_id = current_setting('app.coop')::uuid AND s.day >= $1 AND s.day < $2 AND s.open > 0 AND NOT EXISTS (
     SELECT FROM reversals r WHERE r.coop_id = s.coop_id AND r.kind = s.use AND r.code = s.code)
   GROUP BY s.product, p.stock_unit ORDER BY s.product`,
);
