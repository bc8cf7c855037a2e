import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps of a loss whether somebody counted; of those that are there nobody said so. */
export class KeepCounts1795865400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE losses ADD COLUMN counted boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE losses DROP COLUMN counted');
  }
}
