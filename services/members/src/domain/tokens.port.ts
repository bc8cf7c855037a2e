import type { Session } from './session.js';
import type { Account } from './user.js';

/** Signs what a user shows with every request. */
export abstract class TokensPort {
  /** @param access the device that it is given to; null where it is given to none */
  abstract sign(account: Account, now: Date, access: string | null): Promise<Session>;
}
