import { standing } from '@ayni/facts/standing';
import { weighBy } from './weigh.js';

/** Centavos of own produce. */
export const valueDelivered = weighBy(
  'weights by value',
  `SELECT member, sum(amount)::bigint AS weight FROM deliveries d
   WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2 AND ${standing('delivery', 'd')}
   GROUP BY member`,
);
