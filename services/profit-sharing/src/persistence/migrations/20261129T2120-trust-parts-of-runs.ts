import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = ['run_members', 'run_households'];

/**
 * That each of very many rows has its run was looked up one by one, for a fifth of what storing a run cost the database.
 * They are written beside their run in one transaction, which no longer stands without it, and nobody may remove a run.
 */
export class TrustPartsOfRuns1795987200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of PARTS) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_coop_id_run_fkey`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of PARTS)
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_coop_id_run_fkey
         FOREIGN KEY (coop_id, run) REFERENCES runs DEFERRABLE INITIALLY DEFERRED`,
      );
  }
}
