import type { Transaction } from '@ayni/database/transaction';
import type { Principal } from './principal.js';

/** A user as she stands now. */
export type Stands = {
  readonly version: number;
  readonly active: boolean;
  readonly roles: readonly string[];
  readonly member: string | null;
  /** Whether the device that her token was given to was signed out. */
  readonly ended: boolean;
};

/** Whether a token still says what is so; one that names no version is compared with all that stands. */
export function stillSo(stands: Stands, { version, roles, member }: Principal): boolean {
  if (!stands.active || stands.ended) return false;
  if (version !== null) return version >= stands.version;
  return member === stands.member && roles.every((role) => stands.roles.includes(role));
}

/** Whether somebody who shows a good token may still do what it says: she may have been dismissed since. */
export abstract class Standing {
  /** @throws Refusal `bad-token` where her roles, her password or her link to a member have changed, or she was dismissed */
  abstract check(principal: Principal): Promise<void>;

  /** The same within the transaction of her command, where it has to be as sure as the command itself. */
  abstract checkWithin(tx: Transaction, principal: Principal): Promise<void>;

  /** Something has changed: looks again at the next request. */
  abstract forget(): void;
}
