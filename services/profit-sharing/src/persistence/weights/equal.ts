import { COUNTED_DAYS } from '@ayni/reference-data/register/periods';
import { weighBy } from './weigh.js';

/** Days of membership that count: all who belonged to the co-op all season long weigh the same. */
export const equal = weighBy(
  'weights by membership',
  `SELECT number AS member, ${COUNTED_DAYS} AS weight FROM members
   WHERE coop_id = current_setting('app.coop')::uuid AND joined_on < $2`,
);
