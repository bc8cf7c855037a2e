import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = ['run_summaries', 'run_members', 'run_households'];

/** What members and households get of a run is written before the run itself, which is put together from it. */
export class WriteRunsLast1795975200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of PARTS) await runner.query(constraint(table, 'DEFERRABLE INITIALLY DEFERRED'));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of PARTS) await runner.query(constraint(table, 'NOT DEFERRABLE'));
  }
}

const constraint = (table: string, how: string): string =>
  `ALTER TABLE ${table} ALTER CONSTRAINT ${table}_coop_id_run_fkey ${how}`;
