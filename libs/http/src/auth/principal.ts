import { Refusal, type CoopId, type MemberNumber } from '@ayni/kernel';

export const ROLES = ['president', 'treasurer', 'manager', 'seller', 'member', 'integrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: a user of one co-op, with her roles and, where she is one, the member she is. */
export type Principal = {
  readonly user: string;
  readonly coop: CoopId;
  readonly roles: readonly Role[];
  readonly member: MemberNumber | null;
  /** The version of the user that her token was made of; null where it names none. */
  readonly version: number | null;
  /** The device, or the program's key, that her token was given to; null where it was given to none. */
  readonly access: string | null;
  /** What a program may read and write, of what its roles may; null for people. */
  readonly scopes: readonly string[] | null;
  /** Whether she may do nothing but choose a password of her own. */
  readonly choosing: boolean;
};

const OFFICES: readonly Role[] = ['president', 'treasurer', 'manager'];

/** Whether a user presides, keeps the money or manages: who does sees what all members did. */
export const holdsOffice = ({ roles }: Principal): boolean => roles.some((role) => OFFICES.includes(role));

/**
 * The member whose records alone this user may see; null for who holds an office and sees all.
 * @throws Refusal `not-yours` where she holds none and is no member either
 */
export function onlyOwn(principal: Principal): MemberNumber | null {
  return holdsOffice(principal) ? null : ownMember(principal);
}

/** The member that this user is. @throws Refusal `not-yours` where she is none */
export function ownMember({ member }: Principal): MemberNumber {
  if (member === null) throw new Refusal('not-yours');
  return member;
}
