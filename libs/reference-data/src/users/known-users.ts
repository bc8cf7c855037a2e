import type { Transaction } from '@ayni/database/transaction';
import { statement } from '@ayni/database/statement';

/** A user as far as a service needs her: two who are one member are one person. */
export type KnownUser = { readonly name: string; readonly member: string | null };

const active = statement(
  'active users with a role',
  `SELECT name, member FROM users
   WHERE coop_id = current_setting('app.coop')::uuid AND active AND roles ?| $1 ORDER BY name`,
);

const named = statement(
  'users by name',
  `SELECT name, member FROM users WHERE coop_id = current_setting('app.coop')::uuid AND name = ANY($1)`,
);

/** Who may sign in with one of the roles, as far as members has told of users. */
export const activeUsers = (tx: Transaction, roles: readonly string[]): Promise<KnownUser[]> =>
  tx.query<KnownUser>(active, [[...roles]]);

/** The users of these names, as far as members has told of them. */
export const usersNamed = (tx: Transaction, names: readonly string[]): Promise<KnownUser[]> =>
  tx.query<KnownUser>(named, [[...names]]);

/** Whether two users are one person: the same user, or the same member. */
export const isSamePerson = (one: KnownUser, other: KnownUser): boolean =>
  one.name === other.name || (one.member !== null && one.member === other.member);
