import type { Harvest, Withdrawal } from '../domain/harvest.js';
import type { Transaction } from '@ayni/database/transaction';
import { ReversalEntity } from '@ayni/facts/reversal.entity';
import { statement } from '@ayni/database/statement';
import { HarvestsPort } from '../domain/harvests.port.js';
import { HarvestEntity } from './harvest.entity.js';
import { STOCK_TOTALS } from './stock-totals.js';
import { reversalRow } from './withdrawal.js';

const readHomeUse = statement(
  'home use of harvests',
  `SELECT product, day, home_use AS "homeUse" FROM harvests
   WHERE coop_id = current_setting('app.coop')::uuid AND code = ANY($1)`,
);

export class PostgresHarvests extends HarvestsPort {
  async add(tx: Transaction, harvests: readonly Harvest[]): Promise<void> {
    await tx.insert(HarvestEntity, harvests);
    addHomeUse(tx, harvests, 1n);
  }

  async reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void> {
    await tx.insert(
      ReversalEntity,
      withdrawals.map((withdrawal) => reversalRow(tx, 'harvest', 'production', withdrawal)),
    );
    const withdrawn = await tx.query<HomeUse>(readHomeUse, [withdrawals.map(({ code }) => code)]);
    addHomeUse(tx, withdrawn, -1n);
  }
}

type HomeUse = Pick<Harvest, 'product' | 'day' | 'homeUse'>;

const addHomeUse = (tx: Transaction, harvests: readonly HomeUse[], times: bigint): void =>
  tx.addAtEnd(
    STOCK_TOTALS,
    harvests.map(({ product, day, homeUse }) => ({ day, product, kind: 'home-use', quantity: times * homeUse })),
  );
