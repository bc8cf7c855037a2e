import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a record of work name the photo of the sheet that it stands on. */
export class AttachToWork1795893000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work ADD COLUMN attachments jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE work DROP COLUMN attachments');
  }
}
