import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the sales on credit of a season without going through all of its receipts. */
export class IndexCredit1795871400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX sales_on_credit ON sales (coop_id, day) WHERE payment = 'credit'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sales_on_credit');
  }
}
