import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Structure } from './structure.js';

/** Who entered a structure, and a hash of what she sent. */
export type StructureEntry = { readonly structure: Structure; readonly digest: string; readonly by: string };

/** The greenhouses, plots and pens of a co-op. */
export abstract class StructuresPort {
  /** Adds structures and tells the others; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(tx: Transaction, entries: readonly StructureEntry[]): Promise<{ recorded: number; unchanged: number }>;
  /** Those of the codes that stand for a structure, with the last day of those that are retired. */
  abstract known(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Day | null>>;
}
