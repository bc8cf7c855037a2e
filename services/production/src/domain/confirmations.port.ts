import type { Transaction } from '@ayni/database/transaction';

/** Who confirmed which work. */
export abstract class ConfirmationsPort {
  /** Keeps that somebody confirmed records. @returns the codes of those that were not confirmed before */
  abstract add(tx: Transaction, codes: readonly string[], by: string): Promise<ReadonlySet<string>>;
}
