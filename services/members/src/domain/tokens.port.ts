import type { Session } from './session.js';
import type { Account } from './user.js';

/** Signs what a user shows with every request. */
export abstract class TokensPort {
  abstract sign(account: Account, now: Date): Promise<Session>;
}
