import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a resolution covers; those that were entered before cover nothing new. */
export class CoverThings1795866600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE resolutions ADD COLUMN covers json NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE resolutions DROP COLUMN covers');
  }
}
