import type { Transaction } from '@ayni/database/transaction';
import type { CareReader } from './care.js';

/** What a record of care says; somebody who only calls it by its code says nothing of it. */
export type AskedCare = {
  readonly code: string;
  readonly member?: string;
  readonly workedOn?: string;
  readonly activity?: string;
  readonly minutes?: number;
};

/** Under which codes the books keep records of care. */
export abstract class CareCodesPort {
  /**
   * @returns by the codes that are asked for, as people write them, those in the books: of a record that she may see, or of one
   *   that says exactly the same; nothing for any other code, so that it tells nobody what is there
   */
  abstract kept(tx: Transaction, asked: readonly AskedCare[], reader: CareReader): Promise<ReadonlyMap<string, string>>;
}
