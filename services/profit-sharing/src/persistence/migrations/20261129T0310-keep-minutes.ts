import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The minutes of assemblies that were closed, for the pack of the year. */
export class KeepMinutes1795921800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE assembly_minutes (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         day date NOT NULL,
         minutes json NOT NULL,
         PRIMARY KEY (coop_id, code)
       )`,
      ...tenantTable('profit-sharing', 'assembly_minutes'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assembly_minutes');
  }
}
