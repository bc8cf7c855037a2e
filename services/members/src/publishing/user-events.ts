import type { DataOf, userChanged } from '@ayni/contracts';
import type { User } from '../domain/user.js';

/** What of a user the others need. */
export type TellableUser = Pick<User, 'name' | 'roles' | 'member' | 'active' | 'version'>;

/** The aggregate under which a user's events stay in order; her version is their `seq`. */
export const userAggregate = ({ name }: Pick<User, 'name'>): string => `user/${name}`;

/** A user in the words of the contract: what she may do, and nothing of her password. */
export const userData = ({ name, version, roles, member, active }: TellableUser): DataOf<typeof userChanged> => ({
  name,
  version,
  roles: [...roles],
  ...(member === null ? {} : { member }),
  active,
});
