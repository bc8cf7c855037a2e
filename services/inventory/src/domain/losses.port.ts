import type { Transaction } from '@ayni/database/transaction';
import type { Loss } from './loss.js';

/** What the store of a co-op lost. */
export abstract class LossesPort {
  /**
   * Adds losses and tells the others; the same ones again change nothing.
   * @returns those that are new
   * @throws Refusal `code-taken`
   */
  abstract add(
    tx: Transaction,
    entries: readonly { readonly loss: Loss; readonly digest: string; readonly by: string }[],
  ): Promise<readonly Loss[]>;
  abstract find(tx: Transaction, code: string): Promise<Loss | undefined>;
  /** Takes a loss back and tells the others. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, loss: Loss, reason: string, by: string): Promise<void>;
}
