import { fillTotals, totalsTable } from '@ayni/database/running-totals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNT_TOTALS } from '../ledger-totals.js';

/** What every account comes to now, of however many years. */
export class KeepAccountTotals1795940700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...totalsTable('profit-sharing', ACCOUNT_TOTALS),
      fillTotals(
        ACCOUNT_TOTALS,
        'SELECT coop_id, source, account, party, debit, credit FROM ledger_totals WHERE monthly',
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_totals');
  }
}
