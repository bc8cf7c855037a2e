import type { Transaction } from '@ayni/database/transaction';
import type { Resolution } from './resolution.js';

/** The resolutions of a co-op's assemblies. */
export abstract class ResolutionsPort {
  /**
   * Adds resolutions and tells the others; the same ones again change nothing.
   * @returns how many were not there
   * @throws Refusals `code-taken`
   */
  abstract add(tx: Transaction, resolutions: readonly Resolution[], by: string): Promise<number>;
  /** The numbers of those that are there already and say the same. */
  abstract unchanged(tx: Transaction, resolutions: readonly Resolution[]): Promise<ReadonlySet<string>>;
  /** Refuses what {@link add} does, and adds nothing. @throws Refusals `code-taken` */
  abstract refuseTaken(tx: Transaction, resolutions: readonly Resolution[]): Promise<void>;
  /** The votes of a resolution and what it covers, called by its number in whatever case. */
  abstract find(tx: Transaction, number: string): Promise<Omit<Resolution, 'subject' | 'abstentions'> | undefined>;
}
