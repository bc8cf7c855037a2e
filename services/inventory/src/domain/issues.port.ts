import type { Transaction } from '@ayni/database/transaction';
import type { Allocation, Draw, Shortfall } from './allocation.js';
import type { Withdrawal } from './harvest.js';
import type { Issue } from './issue.js';

/** What was issued for the receipts of sales. */
export abstract class IssuesPort {
  /** Keeps what was issued and tells the others which lots it came from and what was short. */
  abstract add(tx: Transaction, issues: readonly Issue[], allocation: Allocation<Draw>): Promise<void>;
  /** Tells the others of receipts that became short after they were issued; shortages of losses stay here. */
  abstract tellShort(tx: Transaction, short: readonly Shortfall<Draw>[]): Promise<void>;
  abstract reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void>;
}
