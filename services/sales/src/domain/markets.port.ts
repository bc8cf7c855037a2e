import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';

/** A market under the code by which receipts name it, with what it is called now and its last day where it is used no more. */
export type KnownMarket = { readonly code: string; readonly called: string; readonly retiredOn: Day | null };

/** The markets where a co-op sells. */
export abstract class MarketsPort {
  /** Those of the codes that are known. */
  abstract known(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KnownMarket>>;
  /** The market of a code, or that is called so now, in whatever case. */
  abstract called(tx: Transaction, name: string): Promise<KnownMarket | undefined>;
  abstract add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }>;
}
