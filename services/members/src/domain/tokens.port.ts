import type { Instant } from '@ayni/kernel';
import type { Account } from './user.js';

export type Session = {
  readonly token: string;
  readonly expiresAt: Instant;
  /** Whether it is good for choosing a password and for nothing else. */
  readonly choosing: boolean;
};

/** Signs what a user shows with every request. */
export abstract class TokensPort {
  abstract sign(account: Account, now: Date): Promise<Session>;
}
