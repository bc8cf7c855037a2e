import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Lets a season end before its last day and its rules be amended; each version of them is kept, and a run names its own. */
export class AmendSeasons1795865400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE fiscal_seasons ADD COLUMN early_end json`,
      `GRANT UPDATE (until_day, early_end) ON fiscal_seasons TO profit_sharing_runtime`,
      `CREATE TABLE season_rules (
         coop_id uuid NOT NULL,
         season text NOT NULL,
         version int NOT NULL CHECK (version > 0),
         rule_set json NOT NULL,
         resolution text,
         amended_by text NOT NULL,
         amended_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, season, version),
         FOREIGN KEY (coop_id, season) REFERENCES fiscal_seasons,
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions,
         CHECK (version = 1 OR resolution IS NOT NULL)
       )`,
      ...tenantTable(SERVICE, 'season_rules'),
      `INSERT INTO season_rules (coop_id, season, version, rule_set, amended_by, amended_at)
       SELECT coop_id, code, 1, rule_set, opened_by, opened_at FROM fiscal_seasons`,
      `ALTER TABLE runs ADD COLUMN rules_version int NOT NULL DEFAULT 1`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE runs DROP COLUMN rules_version');
    await runner.query('DROP TABLE season_rules');
    await runner.query('REVOKE UPDATE (until_day, early_end) ON fiscal_seasons FROM profit_sharing_runtime');
    await runner.query('ALTER TABLE fiscal_seasons DROP COLUMN early_end');
  }
}
