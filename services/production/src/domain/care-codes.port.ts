import type { Transaction } from '@ayni/database/transaction';
import type { CareReader } from './care.js';

/** Under which codes the books keep the care records that somebody may see. */
export abstract class CareCodesPort {
  /**
   * @param asked codes as people write them
   * @returns by those the codes in the books; nothing for a code of which she may see no record
   */
  abstract kept(tx: Transaction, asked: readonly string[], reader: CareReader): Promise<ReadonlyMap<string, string>>;
}
