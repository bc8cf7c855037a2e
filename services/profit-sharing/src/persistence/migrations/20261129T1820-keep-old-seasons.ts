import { tenantTable } from '@ayni/database/tenant-table';
import { factTable } from '@ayni/facts/fact-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What seasons before these books gave each family, as their papers say. */
export class KeepOldSeasons1795976400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable('profit-sharing', 'old-season', 'old_seasons', [
        'first_day date NOT NULL',
        'last_day date NOT NULL CHECK (last_day >= first_day)',
        'result bigint CHECK (result >= 0)',
        'pool bigint CHECK (pool >= 0)',
        'shared bigint NOT NULL CHECK (shared >= 0)',
        'owed bigint NOT NULL CHECK (owed BETWEEN 0 AND shared)',
        'lines int NOT NULL CHECK (lines > 0)',
        'CHECK (day > last_day)',
      ]),
      `CREATE TABLE old_season_shares (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         household text NOT NULL,
         work_minutes int CHECK (work_minutes >= 0),
         value_delivered bigint CHECK (value_delivered >= 0),
         share bigint NOT NULL CHECK (share >= 0),
         paid bigint NOT NULL CHECK (paid >= 0),
         owed bigint NOT NULL CHECK (owed >= 0 AND owed = share - paid),
         PRIMARY KEY (coop_id, code, line),
         UNIQUE (coop_id, household, code),
         FOREIGN KEY (coop_id, code) REFERENCES old_seasons
       )`,
      ...tenantTable('profit-sharing', 'old_season_shares'),
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'certificate-transfer', 'transfer', 'collection', 'write-off',
           'cash-count', 'opening-balance', 'old-season', 'supplier-payment', 'asset', 'asset-disposal', 'run',
           'household-payment', 'lapse'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what seasons of before gave would be forgotten'));
  }
}
