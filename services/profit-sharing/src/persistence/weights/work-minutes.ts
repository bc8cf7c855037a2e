import { standing } from '@ayni/facts/standing';
import { weighBy } from './weigh.js';

/** Minutes of confirmed work. */
export const workMinutes = weighBy(
  'weights by work',
  `SELECT member, sum(minutes)::bigint AS weight FROM work_records w
   WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2 AND ${standing('work', 'w')}
   GROUP BY member`,
);
