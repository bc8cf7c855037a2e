import type { Transaction } from '@ayni/database/transaction';
import type { Delivery } from './delivery.js';

/** The deliveries of a co-op's members. */
export abstract class DeliveriesPort {
  /**
   * Adds deliveries and tells the others; the same ones again change nothing.
   * @returns those that are new
   * @throws Refusal `code-taken`
   */
  abstract add(
    tx: Transaction,
    entries: readonly { readonly delivery: Delivery; readonly digest: string; readonly by: string }[],
  ): Promise<readonly Delivery[]>;
  abstract find(tx: Transaction, code: string): Promise<Delivery | undefined>;
  /** Takes a delivery back and tells the others. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, delivery: Delivery, reason: string, by: string): Promise<void>;
}
