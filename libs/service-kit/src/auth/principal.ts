import type { CoopId, MemberNumber } from '@ayni/kernel';

export const ROLES = ['president', 'treasurer', 'manager', 'member', 'integrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: a user of one co-op, with her roles and, where she is one, the member she is. */
export type Principal = {
  readonly user: string;
  readonly coop: CoopId;
  readonly roles: readonly Role[];
  readonly member: MemberNumber | null;
};

const OFFICES: readonly Role[] = ['president', 'treasurer', 'manager'];

/** The member whose records alone this user may see; null for who holds an office and sees all. */
export function onlyOwn(principal: Principal): MemberNumber | null {
  return principal.roles.some((role) => OFFICES.includes(role)) ? null : principal.member;
}
