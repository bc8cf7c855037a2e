import { factTable } from '@ayni/facts/fact-table';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** What nobody claims lapses into a fund by the rule of the assembly, where somebody posts it. */
export class LetSharesLapse1795951200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE lapse_rules (
         coop_id uuid NOT NULL,
         version int NOT NULL CHECK (version > 0),
         after_days int NOT NULL CHECK (after_days >= 0),
         fund text NOT NULL,
         resolution text NOT NULL,
         recorded_by text NOT NULL,
         recorded_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, version),
         FOREIGN KEY (coop_id, fund) REFERENCES funds,
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions
       )`,
      ...tenantTable(SERVICE, 'lapse_rules'),
      ...factTable(SERVICE, 'lapse', 'lapses', [
        'household text NOT NULL',
        'amount bigint NOT NULL CHECK (amount > 0)',
        'fund text NOT NULL',
        'resolution text NOT NULL',
        'FOREIGN KEY (coop_id, household) REFERENCES households',
        'FOREIGN KEY (coop_id, fund) REFERENCES funds',
        'FOREIGN KEY (coop_id, resolution) REFERENCES resolutions',
      ]),
      'CREATE INDEX lapses_by_household ON lapses (coop_id, household, day, code)',
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'transfer', 'collection', 'write-off', 'cash-count',
           'opening-balance', 'supplier-payment', 'asset', 'run', 'household-payment', 'lapse'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what lapsed would be forgotten'));
  }
}
