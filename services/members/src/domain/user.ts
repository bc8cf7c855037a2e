import { CODE, Refusal, type CoopId } from '@ayni/kernel';

/** What somebody may do; a user has one role or several. */
export type Role = 'president' | 'treasurer' | 'manager' | 'member' | 'integrator';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Whether it is long enough and can be typed again. */
export function isPassword(text: string): boolean {
  const { length } = [...text];
  return length >= PASSWORD_MIN && length <= PASSWORD_MAX && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** @throws Refusal `bad-field`, `weak-password` */
export function checkSignIn({ name, password }: { readonly name: string; readonly password: string }): void {
  if (!CODE.test(name)) throw new Refusal('bad-field', '/user/name', { detail: 'no code' });
  if (!isPassword(password)) throw new Refusal('weak-password', '/user/password');
}

/** A user as she is named; the password has been hashed by then. */
export type UserDraft = {
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  /** The number of the member that she is. */
  readonly member: string | null;
};

/** A user as she stands. */
export type User = Omit<UserDraft, 'passwordHash'> & {
  readonly active: boolean;
  /** Grows by one with every change. */
  readonly version: number;
};

/** What may change about a user; null stays as it is. */
export type UserChanges = {
  readonly roles: readonly Role[] | null;
  readonly passwordHash: string | null;
  readonly active: boolean | null;
};

/** What signing in is checked against. */
export type Account = User & { readonly coop: CoopId; readonly passwordHash: string };

/**
 * The role `member` shows a person her own records, so that it takes somebody whose own they are.
 * @throws Refusal `bad-field`
 */
export function checkRoles({ roles, member }: Pick<UserDraft, 'roles' | 'member'>, pointer: string): void {
  if (roles.includes('member') && member === null)
    throw new Refusal('bad-field', `${pointer}/roles`, {
      detail: 'the role member takes a user who is linked to a member',
    });
}

/** @throws Refusal `nothing-to-do`, `bad-field` */
export function changeUser(user: User, { roles, passwordHash, active }: UserChanges): User {
  if ((roles ?? passwordHash ?? active) === null) throw new Refusal('nothing-to-do');
  const changed = {
    ...user,
    roles: roles ?? user.roles,
    active: active ?? user.active,
    version: user.version + 1,
  };
  checkRoles(changed, '');
  return changed;
}

const presides = ({ roles, active }: User): boolean => active && roles.includes('president');

/**
 * A co-op always keeps somebody who can name users.
 * @param others how many others preside
 * @throws Refusal `last-president`
 */
export function refuseLastPresident(before: User, after: User, others: number): void {
  if (presides(before) && !presides(after) && others === 0)
    throw new Refusal('last-president', '', { user: before.name });
}
