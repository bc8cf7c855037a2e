import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps with which of its versions a season was reopened last: reports of books before that count no longer. */
export class ReopenFiscalSeasons1795922160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fiscal_seasons ADD COLUMN reopened int');
    await runner.query('GRANT UPDATE (reopened) ON fiscal_seasons TO profit_sharing_runtime');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('reports of books before a reopening would count'));
  }
}
