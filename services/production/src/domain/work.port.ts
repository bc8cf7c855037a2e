import type { Transaction } from '@ayni/database/transaction';
import type { StandingWork, Work } from './work.js';

/** Who entered a work record, and a hash of what she sent. */
export type WorkEntry = { readonly work: Work; readonly digest: string; readonly by: string };

/** The work records of a co-op. */
export abstract class WorkPort {
  /** Adds records; the same ones again change nothing. Nobody is told before they are confirmed. @throws Refusal `code-taken` */
  abstract add(tx: Transaction, entries: readonly WorkEntry[]): Promise<{ recorded: number; unchanged: number }>;
  /** By code; those that are not there are left out. */
  abstract find(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, StandingWork>>;
  /** Confirms records and tells the others. @returns how many were not confirmed before */
  abstract confirm(tx: Transaction, records: readonly Work[], by: string): Promise<number>;
  /** Takes a record back, and tells the others if it was confirmed. @throws Refusal `already-reversed` */
  abstract reverse(tx: Transaction, work: StandingWork, reason: string, by: string): Promise<void>;
}
