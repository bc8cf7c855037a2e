import type { Transaction } from '@ayni/database/transaction';
import type { Fund, KeptFund } from './fund.js';

/** A fund that is to be registered: the hash of what was sent, and by whom. */
export type FundEntry = { readonly fund: Fund; readonly digest: string; readonly by: string };

/** The funds of a co-op. */
export abstract class FundsPort {
  /**
   * Registers funds, all or none; the same ones again change nothing.
   * @throws Refusal `duplicate-code`, `code-taken` where another is known by the code, however it is written
   */
  abstract register(
    tx: Transaction,
    entries: readonly FundEntry[],
  ): Promise<{ readonly recorded: number; readonly unchanged: number }>;
  /** What is in funds now, by their codes, held until the transaction ends; one that is not registered is not among them. */
  abstract hold(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, bigint>>;
  abstract all(tx: Transaction): Promise<readonly KeptFund[]>;
}
