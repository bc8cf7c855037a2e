import type { Transaction } from '@ayni/database/transaction';
import type { Catalogue } from './catalogue.js';
import type { Sale } from './sale.js';

/** Who entered a receipt, and a hash of what she sent. */
export type Entry = { readonly sale: Sale; readonly digest: string; readonly by: string };

/** The receipts of a co-op. */
export abstract class SalesPort {
  /** What receipts are checked against, as the books stand under the co-op's lock. */
  abstract catalogue(tx: Transaction): Promise<Catalogue>;
  /** Adds receipts and tells the others; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(tx: Transaction, entries: readonly Entry[]): Promise<{ recorded: number; unchanged: number }>;
  abstract find(tx: Transaction, receipt: string): Promise<Sale | undefined>;
  /** Takes a receipt back and tells the others. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, sale: Sale, reason: string, by: string): Promise<void>;
}
