import type { Transaction } from '@ayni/database/transaction';

/** A record of work as it is called, and the member who did it. */
export type CalledWork = { readonly code: string; readonly member: string };

/** How a code stands in the books. */
export type KnownCode = {
  /** The code under which her record is kept, if one is called so. */
  readonly kept: string | null;
  /** Whether the code as it is called is any record's. */
  readonly taken: boolean;
};

/** Under which codes the books keep records of work. */
export abstract class WorkCodesPort {
  /**
   * Looks codes up, one answer for each. Nobody else makes a code of a member's own until the transaction ends.
   * @param makesOwn whether that may follow from it here
   */
  abstract known(tx: Transaction, called: readonly CalledWork[], makesOwn: boolean): Promise<readonly KnownCode[]>;
}
