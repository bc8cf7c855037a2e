import { weighBy } from './weigh.js';

/** Minutes of care, as production sums them by day. */
export const careMinutes = weighBy(
  'weights by care',
  `SELECT member, sum(minutes)::bigint AS weight FROM care_totals
   WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2
   GROUP BY member`,
);
