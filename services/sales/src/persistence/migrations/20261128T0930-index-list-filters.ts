import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For each filter of a list that grows, an index in the list's own order. */
export class IndexListFilters1795858200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = ['CREATE INDEX sales_by_market ON sales (coop_id, market, day, code)'];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sales_by_market');
  }
}
