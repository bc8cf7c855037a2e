import { statement } from '@ayni/database/statement';
import { standing } from '@ayni/facts/standing';
import { weighBy } from './weigh.js';

/** Certificates × days on which she held them, the day bought and the last one included. */
export const certificateDays = weighBy(
  statement(
    'weights by certificates',
    `SELECT c.member,
       sum(c.count::bigint * (LEAST(COALESCE(w.day, $2::date - 1), $2::date - 1) - GREATEST(c.day, $1::date) + 1))::bigint
         AS weight
     FROM certificates c
     LEFT JOIN certificate_ends w ON w.coop_id = c.coop_id AND w.certificate = c.code
     WHERE c.coop_id = current_setting('app.coop')::uuid AND c.day < $2 AND (w.day IS NULL OR w.day >= $1)
       AND ${standing('certificate', 'c')}
     GROUP BY c.member`,
  ),
);
