import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members bring back may come to the bank; until now it was cash. */
export class RepayByBank1795987500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE repayments ADD COLUMN "into" text NOT NULL DEFAULT 'cash' CHECK ("into" IN ('cash', 'bank'))`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('where what was brought back lies would be forgotten'));
  }
}
