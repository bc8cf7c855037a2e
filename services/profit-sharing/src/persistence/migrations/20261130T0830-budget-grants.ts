import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a grant name its agreement and the lines of its budget, and what it pays say which of them it belongs to. */
export class BudgetGrants1796027400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE grants ADD COLUMN document text, ADD COLUMN attachments jsonb,
         ADD COLUMN lines int NOT NULL DEFAULT 0 CHECK (lines >= 0)`,
      `CREATE TABLE grant_lines (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         name text NOT NULL,
         amount bigint NOT NULL CHECK (amount >= 0),
         PRIMARY KEY (coop_id, code, line),
         FOREIGN KEY (coop_id, code) REFERENCES grants
       )`,
      'CREATE UNIQUE INDEX grant_lines_by_name ON grant_lines (coop_id, code, name_key(name))',
      ...tenantTable('profit-sharing', 'grant_lines'),
      ...['expenses', 'expense_lines', 'assets'].map(
        (table) => `ALTER TABLE ${table} ADD COLUMN budget_line text CHECK (budget_line IS NULL OR funded_by <> 'own')`,
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the budgets of grants would be forgotten'));
  }
}
