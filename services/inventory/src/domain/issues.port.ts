import type { Transaction } from '@ayni/database/transaction';
import type { Withdrawal } from './harvest.js';
import type { Issue } from './issue.js';
import type { Drawn, Retold } from './stock.port.js';

/** What was issued for the receipts of sales. */
export abstract class IssuesPort {
  /** Keeps what was issued and tells the others which lots it came from and what was short. */
  abstract add(tx: Transaction, issues: readonly Issue[], drawn: Drawn): Promise<void>;
  /** Tells the others of receipts whose lots are others than they were told, and of those that became short. */
  abstract retell(tx: Transaction, retold: Retold): Promise<void>;
  abstract reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void>;
}
