import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Keeps what of a season's scenarios everybody may see: what an officer showed last. */
export class ShowScenarios1795939920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE shown_scenarios (
         coop_id uuid NOT NULL,
         season text NOT NULL,
         compared json NOT NULL,
         shown_by text NOT NULL,
         shown_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, season),
         FOREIGN KEY (coop_id, season) REFERENCES fiscal_seasons
       )`,
      ...tenantTable(SERVICE, 'shown_scenarios', ['UPDATE (compared, shown_by, shown_at)']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what the assembly was shown would be forgotten'));
  }
}
