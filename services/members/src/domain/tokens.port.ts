import type { Instant } from '@ayni/kernel';
import type { Account } from './user.js';

export type Session = { readonly token: string; readonly expiresAt: Instant };

/** Signs what a user shows with every request. */
export abstract class TokensPort {
  abstract sign(account: Account, now: Date): Promise<Session>;
}
