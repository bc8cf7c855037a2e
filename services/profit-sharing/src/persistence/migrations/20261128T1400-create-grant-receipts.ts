import { factTable } from '@ayni/facts/fact-table';
import type { FactKind } from '@ayni/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** A grant is an agreement from now on, and its money may come in receipts; that of older ones came with it. */
export class CreateGrantReceipts1795874400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE grants ADD COLUMN received_on date',
      'UPDATE grants SET received_on = day',
      ...moves('grant-receipt', 'grant_receipts'),
      ...moves('grant-refund', 'grant_refunds'),
      ...moves('grant-write-off', 'grant_write_offs', ['reason text NOT NULL']),
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'run'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('receipts of grants would be forgotten'));
  }
}

const moves = (kind: FactKind, table: string, more: readonly string[] = []): string[] => [
  ...factTable(SERVICE, kind, table, [
    '"grant" text NOT NULL',
    'amount bigint NOT NULL CHECK (amount >= 0)',
    ...more,
    'FOREIGN KEY (coop_id, "grant") REFERENCES grants',
  ]),
  `CREATE INDEX ${table}_by_grant ON ${table} (coop_id, "grant", day, code)`,
];
