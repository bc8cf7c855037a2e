import { standing } from '@ayni/facts/standing';
import { weighBy } from './weigh.js';

/** Grams of own produce; pieces weigh nothing. */
export const quantityDelivered = weighBy(
  'weights by quantity',
  `SELECT member, sum(stock_quantity)::bigint AS weight FROM deliveries d
   WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2 AND stock_unit = 'g'
     AND ${standing('delivery', 'd')}
   GROUP BY member`,
);
