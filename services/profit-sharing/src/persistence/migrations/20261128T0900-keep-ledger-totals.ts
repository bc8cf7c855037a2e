import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillTotals, totalsTable } from '@ayni/database/running-totals';
import { ENTRY_TOTALS, LEDGER_TOTALS } from '../ledger-totals.js';

export class KeepLedgerTotals1795856400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...totalsTable('profit-sharing', LEDGER_TOTALS),
      fillTotals(
        LEDGER_TOTALS,
        `SELECT coop_id, day, source, account, party, debit, credit
         FROM ledger_entries JOIN ledger_lines USING (coop_id, source, code, posting)`,
      ),
      ...totalsTable('profit-sharing', ENTRY_TOTALS),
      fillTotals(
        ENTRY_TOTALS,
        `SELECT coop_id, day, source, sign AS entries, sign * items AS items
         FROM ledger_entries, LATERAL (SELECT CASE posting WHEN 'record' THEN 1 ELSE -1 END AS sign) AS signs`,
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_totals, entry_totals');
  }
}
