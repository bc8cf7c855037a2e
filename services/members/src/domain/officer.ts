import type { Role, User, UserChanges } from './user.js';

export const OFFICES = ['president', 'treasurer', 'manager'] as const satisfies readonly Role[];

const offices: readonly Role[] = OFFICES;

/** So many officers there are when none of them names another alone any more. */
const OFFICERS_MIN = 2;

/** A change that waits for a second officer. */
export type WaitingChange = { readonly user: string; readonly changes: UserChanges; readonly askedBy: string };

/** Who asks for a change, and how many officers there are who could act on it. */
export type Asking = { readonly by: string; readonly officers: number; readonly givesPassword: boolean };

const isOfficer = ({ roles, active }: Pick<User, 'roles' | 'active'>): boolean =>
  active && roles.some((role) => offices.includes(role));

/**
 * Whether a change takes a second officer: it gives an office, leave to use one, another person behind it, or a password
 * that the one who asks knows.
 * @param before nothing where she is new
 */
export function takesSecond(
  before: User | undefined,
  after: Pick<User, 'roles' | 'active' | 'member'>,
  { by, officers, givesPassword }: Asking,
): boolean {
  if (officers < OFFICERS_MIN || !isOfficer(after)) return false;
  if (!before || !isOfficer(before)) return true;
  const gains = after.roles.some((role) => offices.includes(role) && !before.roles.includes(role));
  return gains || after.member !== before.member || (givesPassword && by !== before.name);
}
