import type { Transaction } from '@ayni/database/transaction';
import type { Harvest, Withdrawal } from './harvest.js';

/** The harvests that production recorded. */
export abstract class HarvestsPort {
  abstract add(tx: Transaction, harvests: readonly Harvest[]): Promise<void>;
  abstract reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void>;
}
