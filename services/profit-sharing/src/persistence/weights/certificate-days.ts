import { standing } from '@ayni/facts/standing';
import { weighBy } from './weigh.js';

/**
 * Certificates × days on which she held them, the day bought and the last one included. Of those that are paid in parts
 * each whole one counts from the day on which so much was paid.
 */
export const certificateDays = weighBy(
  'weights by certificates',
  `SELECT h.member,
     sum(h.count * GREATEST(0, LEAST(COALESCE(w.day, $2::date - 1), $2::date - 1) - GREATEST(h.day, $1::date) + 1))::bigint
       AS weight
   FROM (
     SELECT c.member, c.code, c.day, c.count::bigint AS count FROM certificates c
     WHERE c.coop_id = current_setting('app.coop')::uuid AND c.day < $2 AND c.paid_at_once IS NULL
       AND ${standing('certificate', 'c')}
     UNION ALL
     SELECT p.member, p.code, p.day, (p.whole - lag(p.whole, 1, 0) OVER (PARTITION BY p.code ORDER BY p.day))::bigint
     FROM (
       SELECT c.member, c.code, i.day, div(sum(i.amount) OVER (PARTITION BY c.code ORDER BY i.day), c.value_each) AS whole
       FROM certificates c
       CROSS JOIN LATERAL (
         SELECT c.day, c.paid_at_once AS amount
         UNION ALL
         SELECT p.day, p.amount FROM certificate_payments p WHERE p.coop_id = c.coop_id AND p.certificate = c.code
       ) i
       WHERE c.coop_id = current_setting('app.coop')::uuid AND c.paid_at_once IS NOT NULL AND i.day < $2
         AND ${standing('certificate', 'c')}
     ) p
   ) h
   LEFT JOIN certificate_ends w ON w.coop_id = current_setting('app.coop')::uuid AND w.certificate = h.code
   WHERE w.day IS NULL OR w.day >= $1
   GROUP BY h.member`,
);
