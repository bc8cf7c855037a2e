import { factTable } from '@ayni/facts/fact-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assets that the co-op has no more. */
export class KeepAssetDisposals1795963800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable('profit-sharing', 'asset-disposal', 'asset_disposals', [
        'asset text NOT NULL',
        "how text NOT NULL CHECK (how IN ('sold', 'scrapped', 'lost', 'given-away'))",
        'amount bigint NOT NULL CHECK (amount >= 0)',
        `"into" text CHECK ("into" IN ('cash', 'bank', 'later'))`,
        'book_value bigint NOT NULL CHECK (book_value >= 0)',
        'bound bigint NOT NULL CHECK (bound BETWEEN 0 AND amount)',
        'rest_bound bigint NOT NULL CHECK (rest_bound BETWEEN 0 AND bound)',
        'recipient text',
        'reason text NOT NULL',
        'document text',
        'FOREIGN KEY (coop_id, asset) REFERENCES assets',
        'CHECK (amount = 0 OR "into" IS NOT NULL)',
        // what belongs to a grant is there, or it is not recorded yet
        `CHECK (bound = 0 OR "into" <> 'later')`,
      ]),
      'CREATE INDEX asset_disposals_by_asset ON asset_disposals (coop_id, asset, day, code)',
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'certificate-transfer', 'transfer', 'collection', 'write-off',
           'cash-count', 'opening-balance', 'supplier-payment', 'asset', 'asset-disposal', 'run', 'household-payment',
           'lapse'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what the co-op has no more would be forgotten'));
  }
}
