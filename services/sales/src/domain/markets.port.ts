import type { Transaction } from '@ayni/database/transaction';

/** The markets where a co-op sells. */
export abstract class MarketsPort {
  /** Those of the names that are known. */
  abstract known(tx: Transaction, names: readonly string[]): Promise<ReadonlySet<string>>;
  abstract add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }>;
}
