import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps what services tell of what is unfinished in a season, and why it was left so when the season closed. */
export class LeaveUnfinished1795871400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE season_unfinished (
         coop_id uuid NOT NULL,
         season text NOT NULL,
         service text NOT NULL,
         seq int NOT NULL,
         things json NOT NULL,
         PRIMARY KEY (coop_id, season, service)
       )`,
      ...tenantTable('profit-sharing', 'season_unfinished', ['UPDATE (seq, things)']),
      'ALTER TABLE fiscal_seasons ADD COLUMN left_unfinished json',
      'GRANT UPDATE (left_unfinished) ON fiscal_seasons TO profit_sharing_runtime',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE fiscal_seasons DROP COLUMN left_unfinished');
    await runner.query('DROP TABLE season_unfinished');
  }
}
