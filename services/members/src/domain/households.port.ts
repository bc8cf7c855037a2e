import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Household } from './household.js';

/** The households of a co-op. */
export abstract class HouseholdsPort {
  /** Adds households and tells the others; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(
    tx: Transaction,
    households: readonly Household[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }>;
  /** Those of the codes that are in the register, with the last day of those that are retired. */
  abstract known(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Day | null>>;
}
