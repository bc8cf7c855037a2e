import { factTable } from '@ayni/facts/fact-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was bought to last, and which money paid it. */
export class KeepAssets1795923000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable('profit-sharing', 'asset', 'assets', [
        'name text NOT NULL',
        'amount bigint NOT NULL CHECK (amount >= 0)',
        'life_days int CHECK (life_days > 0)',
        'funded_by text NOT NULL',
        'rest bigint CHECK (rest > 0 AND rest < amount)',
        'rest_funded_by text CHECK ((rest IS NULL) = (rest_funded_by IS NULL) AND rest_funded_by <> funded_by)',
        "paid_from text NOT NULL CHECK (paid_from IN ('cash', 'bank'))",
        'supplier text',
        'document text',
      ]),
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'transfer', 'collection', 'write-off', 'cash-count',
           'opening-balance', 'supplier-payment', 'asset', 'run', 'household-payment'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was bought to last would be forgotten'));
  }
}
