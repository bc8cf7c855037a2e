import type { Transaction } from '@ayni/database/transaction';
import type { Withdrawal } from '../../domain/harvest.js';
import type { HarvestsPort } from '../../domain/harvests.port.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** Takes harvests out of the store that were taken back; what was sold of them is taken from other lots. */
export class WithdrawHarvests {
  constructor(
    private readonly harvests: HarvestsPort,
    private readonly stock: StockPort,
    private readonly issues: IssuesPort,
  ) {}

  async run(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void> {
    await this.stock.lock(tx);
    await this.harvests.reverse(tx, withdrawals);
    await this.issues.retell(tx, await this.stock.withdraw(tx, 'harvest', withdrawals));
  }
}
