import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a document have several lines, each paid by own money or a grant. One that has none counted is its only line. */
export class LineExpenses1795950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE expenses ADD COLUMN lines int NOT NULL DEFAULT 0 CHECK (lines = 0 OR rest IS NULL)',
      `CREATE TABLE expense_lines (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         category text NOT NULL,
         amount bigint NOT NULL CHECK (amount >= 0),
         funded_by text NOT NULL,
         PRIMARY KEY (coop_id, code, line),
         FOREIGN KEY (coop_id, code) REFERENCES expenses
       )`,
      'CREATE INDEX expense_lines_by_funder ON expense_lines (coop_id, funded_by, code)',
      ...tenantTable('profit-sharing', 'expense_lines'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the lines of documents would be forgotten'));
  }
}
