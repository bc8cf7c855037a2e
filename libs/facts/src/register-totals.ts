import type { Sums } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import { COUNTED_DAYS } from '@ayni/reference-data/register/periods';
import type { Total } from './totals.js';

const ofRegister = statement(
  'totals of the register',
  `SELECT count(*) AS members, COALESCE(sum(${COUNTED_DAYS}), 0)::bigint AS days
   FROM members WHERE coop_id = current_setting('app.coop')::uuid AND joined_on < $2`,
);

/** The control totals of the register as of the season's last day: members, and their days of membership that count in it. */
export const registerTotals: Total<'register'> = (tx, { from, until }) =>
  tx.one<Sums<'register'>>(ofRegister, [from, until]);
