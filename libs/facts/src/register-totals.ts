import { daysOfMembership, type Membership } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Total } from './totals.js';

const memberships = statement(
  'memberships of the register',
  `SELECT joined_on AS "joinedOn", left_on AS "leftOn", count(*) AS members
   FROM members WHERE coop_id = current_setting('app.coop')::uuid AND joined_on < $1 GROUP BY joined_on, left_on`,
);

/** The control totals of the register as of the season's last day: members, and their days of membership in it. */
export const registerTotals: Total<'register'> = async (tx, season) => {
  const rows = await tx.query<Membership & { members: bigint }>(memberships, [season.until]);
  return rows.reduce(
    (sums, { members, ...membership }) => ({
      members: sums.members + members,
      days: sums.days + members * BigInt(daysOfMembership(membership, season)),
    }),
    { members: 0n, days: 0n },
  );
};
