import type { CoopId } from '@ayni/kernel';
import type { ApiKey } from './api-key.js';
import type { Session } from './session.js';
import type { Account } from './user.js';

/** Signs what a user shows with every request. */
export abstract class TokensPort {
  /** @param access the device that it is given to; null where it is given to none */
  abstract sign(account: Account, now: Date, access: string | null): Promise<Session>;
  /** What a program shows: good for what its key opens, and not beyond it. */
  abstract signForKey(coop: CoopId, key: ApiKey, now: Date): Promise<Session>;
}
