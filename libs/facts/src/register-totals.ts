import type { Sums } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Total } from './totals.js';

const totals = statement(
  'register totals',
  `SELECT count(*) AS members,
     COALESCE(sum(GREATEST(0, LEAST(COALESCE(left_on + 1, $2::date), $2::date) - GREATEST(joined_on, $1::date))), 0)::bigint AS days
   FROM members WHERE coop_id = current_setting('app.coop')::uuid AND joined_on < $2`,
);

/** The control totals of the register as of the season's last day: members, and their days of membership in it. */
export const registerTotals: Total<'register'> = (tx, { from, until }) =>
  tx.one<Sums<'register'>>(totals, [from, until]);
