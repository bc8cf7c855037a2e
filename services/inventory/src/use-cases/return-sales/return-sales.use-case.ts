import type { Transaction } from '@ayni/database/transaction';
import type { Withdrawal } from '../../domain/harvest.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** Puts back into the store what receipts took that were taken back. */
export class ReturnSales {
  constructor(
    private readonly issues: IssuesPort,
    private readonly stock: StockPort,
  ) {}

  async run(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void> {
    await this.stock.lock(tx);
    await this.issues.reverse(tx, withdrawals);
    await this.issues.retell(tx, await this.stock.putBack(tx, 'sale', withdrawals));
  }
}
