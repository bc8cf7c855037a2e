import { daysOfMembership, type Membership } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Weigh } from './weigh.js';

const memberships = statement(
  'weights by membership',
  `SELECT number AS member, joined_on AS "joinedOn", left_on AS "leftOn" FROM members
   WHERE coop_id = current_setting('app.coop')::uuid AND joined_on < $1`,
);

/** Days of membership: all who belonged to the co-op all season long weigh the same. */
export const equal: Weigh = async (tx, season) => {
  const rows = await tx.query<Membership & { member: string }>(memberships, [season.until]);
  return new Map(rows.map(({ member, ...membership }) => [member, BigInt(daysOfMembership(membership, season))]));
};
