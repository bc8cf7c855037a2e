import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What resolutions cover, each to be used once; under those of before, what they approved stays approved. */
export class KeepCovers1795866600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE resolution_covers (
         coop_id uuid NOT NULL,
         resolution text NOT NULL,
         kind text NOT NULL,
         season text NOT NULL,
         fingerprint text NOT NULL,
         used_at timestamptz,
         PRIMARY KEY (coop_id, resolution, kind, season, fingerprint),
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions
       )`,
      ...tenantTable('profit-sharing', 'resolution_covers', ['UPDATE (used_at)']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE resolution_covers');
  }
}
