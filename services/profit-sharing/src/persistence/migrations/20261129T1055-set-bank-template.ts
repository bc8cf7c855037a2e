import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the file with which a co-op's bank transfers money looks like. */
export class SetBankTemplate1795949700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE bank_templates (
         coop_id uuid NOT NULL,
         version int NOT NULL CHECK (version > 0),
         template jsonb NOT NULL,
         recorded_by text NOT NULL,
         recorded_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, version)
       )`,
      ...tenantTable('profit-sharing', 'bank_templates'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bank_templates');
  }
}
