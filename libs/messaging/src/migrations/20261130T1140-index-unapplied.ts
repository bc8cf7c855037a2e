import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was not applied, of which each report on the books tells: few rows of a table that grows with every event. */
export class IndexUnapplied1796038800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX inbox_unapplied ON inbox (coop_id, state) WHERE state <> 'applied'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX inbox_unapplied');
  }
}
