import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets an expense name the photos of the receipt that it stands on. */
export class AttachToExpenses1795940400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE expenses ADD COLUMN attachments jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE expenses DROP COLUMN attachments');
  }
}
