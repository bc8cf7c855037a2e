import type { Transaction } from '@ayni/database/transaction';
import type { Scale } from '../debts/scale.js';
import type { Leave } from '../funds/fund-books.js';
import type { HeldAssembly } from '../papers/minutes.js';
import type { Covered, CoveringResolution, Resolution } from './resolution.js';

/** The resolutions of the assembly, and which of the things that they cover were done under them. */
export abstract class ResolutionsPort {
  abstract keep(tx: Transaction, resolutions: readonly Resolution[]): Promise<void>;
  abstract keepCovered(tx: Transaction, resolutions: readonly CoveringResolution[]): Promise<void>;
  abstract keepMinutes(tx: Transaction, minutes: readonly HeldAssembly[]): Promise<void>;
  abstract find(tx: Transaction, number: string): Promise<Resolution | undefined>;
  /**
   * Uses a resolution up for one of the things that it covers.
   * @throws Refusal `resolution-covers-other`, `resolution-used`
   */
  abstract use(tx: Transaction, number: string, thing: Covered): Promise<void>;
  /** What resolutions let be used of funds, held until the transaction ends. */
  abstract holdLeaves(tx: Transaction, numbers: readonly string[]): Promise<Leave[]>;
  /** The scales that resolutions approved for what pays certificates. */
  abstract scalesOf(tx: Transaction, numbers: readonly string[]): Promise<Scale[]>;
}
