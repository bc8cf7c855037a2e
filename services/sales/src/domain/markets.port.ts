import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';

/** A market under the code by which receipts name it, with its last day where it is used no more. */
export type KnownMarket = { readonly code: string; readonly retiredOn: Day | null };

/** The markets where a co-op sells. */
export abstract class MarketsPort {
  /** Those of the names that are known, by the code or by what the market is called now. */
  abstract known(tx: Transaction, names: readonly string[]): Promise<ReadonlyMap<string, KnownMarket>>;
  abstract add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }>;
}
