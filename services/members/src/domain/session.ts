import type { Instant } from '@ayni/kernel';

/** What a user shows with every request, and until when it holds. */
export type Session = {
  readonly token: string;
  readonly expiresAt: Instant;
  /** Whether it is good for choosing a password and for nothing else. */
  readonly choosing: boolean;
};
