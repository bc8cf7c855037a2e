import type { Transaction } from '@ayni/database/transaction';
import type { CommandId, Day } from '@ayni/kernel';

/** Whose care on which day, and which command changed it, where the transaction does the work of several. */
export type CareDay = { readonly member: string; readonly day: Day; readonly command?: CommandId | undefined };

/** What members cared for by day, which is all of it that others may learn. */
export abstract class CareTotalsPort {
  /** Sums days again whose records changed in this transaction, and tells the others. */
  abstract tell(tx: Transaction, days: readonly CareDay[]): Promise<void>;
}
