import type { Cause, Transaction } from '@ayni/messaging';
import type { Sale } from './sale.js';

/** Who entered a receipt with which command, and a hash of what she sent. */
export type Entry = { readonly sale: Sale; readonly digest: string; readonly by: string; readonly cause: Cause };

/** The receipts of a co-op. */
export abstract class SalesPort {
  /**
   * Adds receipts and tells the others; the same ones again change nothing.
   * @returns those that were new
   * @throws Refusal `code-taken`
   */
  abstract add(tx: Transaction, entries: readonly Entry[]): Promise<readonly Entry[]>;
  abstract find(tx: Transaction, receipt: string): Promise<Sale | undefined>;
  /** Takes a receipt back and tells the others. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, sale: Sale, reason: string, by: string): Promise<void>;
}
