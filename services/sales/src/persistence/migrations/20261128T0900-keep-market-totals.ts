import { fillTotals, totalsTable } from '@ayni/database/running-totals';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MARKET_TOTALS } from '../../facts/market-totals.js';

export class KeepMarketTotals1795856400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...totalsTable('sales', MARKET_TOTALS),
      fillTotals(
        MARKET_TOTALS,
        `SELECT coop_id, day, market, '' AS product, 1 AS receipts, lines, total AS amount, 0 AS quantity
         FROM sales WHERE ${standing('sale', 'sales')}
         UNION ALL
         SELECT coop_id, day, market, product, 1, count(*), sum(amount), sum(stock_quantity)
         FROM sales JOIN (SELECT coop_id, receipt AS code, product, amount, stock_quantity FROM sale_lines) AS lines
           USING (coop_id, code)
         WHERE ${standing('sale', 'sales')} GROUP BY coop_id, code, day, market, product`,
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE market_totals');
  }
}
