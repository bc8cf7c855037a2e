import { isPlainName, Refusal, type CoopId } from '@ayni/kernel';

/** What somebody may do; a user has one role or several. */
export type Role = 'president' | 'treasurer' | 'manager' | 'seller' | 'member' | 'integrator';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Whether it is long enough without the blanks around it, and can be typed again. */
export function isPassword(text: string): boolean {
  const { length } = [...text];
  return [...text.trim()].length >= PASSWORD_MIN && length <= PASSWORD_MAX && !/[\p{Cc}\p{Cs}]/u.test(text);
}

/** So much of a password has to be left when names that others know are taken out of it. */
const OWN_MIN = 4;
/** A name of two letters stands in many passwords. */
const NAME_MIN = 3;

/** Whether it is hardly more than one of the names, such as with a year, a run of signs, or few signs again and again. */
export function isGuessable(password: string, names: readonly string[]): boolean {
  const plain = plainOf(password);
  if (new Set(plain).size < OWN_MIN || isRun(plain)) return true;
  return names
    .map(plainOf)
    .filter((name) => name.length >= NAME_MIN)
    .some((name) => plain.includes(name) && plain.replaceAll(name, '').replace(/\p{N}/gu, '').length < OWN_MIN);
}

/** Whether its signs follow one another, up or down, such as `abcdefghij`, or `1234567890`, where 0 comes after 9. */
const isRun = (text: string): boolean =>
  [text, text.replaceAll('0', ':')].some((signs) => {
    const codes = [...signs].map((sign) => sign.codePointAt(0) ?? 0);
    const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)));
    return steps.size === 1 && (steps.has(1) || steps.has(-1));
  });

/** Letters and digits alone, without case or accents. */
const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** @throws Refusal `bad-name` */
export function checkName(name: string): void {
  if (!isPlainName(name)) throw new Refusal('bad-name', '/user/name');
}

/** A user as she is named; the password has been hashed by then. */
export type UserDraft = {
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  /** The number of the member that she is. */
  readonly member: string | null;
  /** Whether somebody else gave her the password, so that she has to choose another first. */
  readonly choosing: boolean;
  /** Whether she may sign in. */
  readonly active: boolean;
};

/** By what somebody who is named again is the same. */
export type NamedUser = Pick<UserDraft, 'name' | 'roles' | 'member'>;

/** A user as she stands. */
export type User = Omit<UserDraft, 'passwordHash'> & {
  /** Grows by one with every change. */
  readonly version: number;
};

/** What may change about a user; null stays as it is. */
export type UserChanges = {
  readonly roles: readonly Role[] | null;
  /** One that somebody else gave her. */
  readonly passwordHash: string | null;
  readonly active: boolean | null;
  /** The number of the member that she is; null inside where she is none any more. */
  readonly link: { readonly member: string | null } | null;
};

/** What signing in is checked against. */
export type Account = User & { readonly coop: CoopId; readonly passwordHash: string };

/**
 * The role `member` shows a person her own records, so that it takes somebody whose own they are.
 * @throws Refusal `bad-field`
 */
export function checkRoles({ roles, member }: Pick<UserDraft, 'roles' | 'member'>, pointer: string): void {
  if (roles.includes('member') && member === null)
    throw new Refusal('bad-field', `${pointer}/roles`, { detail: 'member-unlinked' });
}

/** @throws Refusal `nothing-to-do`, `bad-field` */
export function changeUser(user: User, { roles, passwordHash, active, link }: UserChanges): User {
  if ((roles ?? passwordHash ?? active ?? link) === null) throw new Refusal('nothing-to-do');
  const changed = {
    ...user,
    roles: roles ?? user.roles,
    active: active ?? user.active,
    member: link ? link.member : user.member,
    choosing: user.choosing || passwordHash !== null,
    version: user.version + 1,
  };
  checkRoles(changed, '');
  return changed;
}

/** A user whose tokens of before hold no longer. */
export const signedOut = (user: User): User => ({ ...user, version: user.version + 1 });

/** A user who has chosen a password herself. */
export const withOwnPassword = (user: User): User => ({ ...user, choosing: false, version: user.version + 1 });

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
