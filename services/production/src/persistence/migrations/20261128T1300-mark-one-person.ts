import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where one person entered work and confirmed it, it says so; of what was confirmed before, nobody knows. */
export class MarkOnePerson1795870800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work_confirmations ADD COLUMN one_person boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work_confirmations DROP COLUMN one_person');
  }
}
