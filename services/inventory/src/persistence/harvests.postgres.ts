import type { Transaction } from '@ayni/database/transaction';
import { ReversalEntity } from '@ayni/facts/reversal.entity';
import type { Harvest, Withdrawal } from '../domain/harvest.js';
import { HarvestsPort } from '../domain/harvests.port.js';
import { HarvestEntity } from './harvest.entity.js';
import { reversalRow } from './withdrawal.js';

export class PostgresHarvests extends HarvestsPort {
  async add(tx: Transaction, harvests: readonly Harvest[]): Promise<void> {
    await tx.insert(HarvestEntity, harvests);
  }

  async reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void> {
    await tx.insert(
      ReversalEntity,
      withdrawals.map((withdrawal) => reversalRow(tx, 'harvest', 'production', withdrawal)),
    );
  }
}
