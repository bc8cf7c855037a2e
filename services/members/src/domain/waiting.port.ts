import type { Transaction } from '@ayni/database/transaction';
import type { WaitingChange } from './officer.js';

/** Changes of users that wait for a second officer; of a user one at most, the last that was asked for. */
export abstract class WaitingPort {
  abstract ask(tx: Transaction, change: WaitingChange): Promise<void>;
  /** What waits for a user, held until the transaction ends. */
  abstract find(tx: Transaction, user: string): Promise<WaitingChange | undefined>;
  abstract end(tx: Transaction, user: string): Promise<void>;
}
