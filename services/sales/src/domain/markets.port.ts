import type { Transaction } from '@ayni/database/transaction';

/** The markets where a co-op sells. */
export abstract class MarketsPort {
  abstract add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }>;
}
