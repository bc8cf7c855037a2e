import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillTotals, totalsTable } from '@ayni/database/running-totals';
import { standing } from '@ayni/facts/standing';
import { STOCK_TOTALS } from '../stock-totals.js';

export class KeepStockTotals1795856400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...totalsTable('inventory', STOCK_TOTALS),
      fillTotals(
        STOCK_TOTALS,
        `SELECT coop_id, day, product, kind, quantity FROM movements
         UNION ALL SELECT coop_id, day, product, 'home-use', home_use FROM harvests
           WHERE home_use > 0 AND ${standing('harvest', 'harvests')}`,
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stock_totals');
  }
}
