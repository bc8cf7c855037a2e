import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Lets an open season be corrected or withdrawn, and keeps what all services were asked and answered before. */
export class AskAboutSeasons1795880400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE fiscal_seasons DROP CONSTRAINT fiscal_seasons_state_check',
      `ALTER TABLE fiscal_seasons ADD CONSTRAINT fiscal_seasons_state_check
         CHECK (state IN ('open', 'changing', 'closing', 'closed', 'withdrawn'))`,
      'GRANT UPDATE (name, from_day) ON fiscal_seasons TO profit_sharing_runtime',
      `CREATE OR REPLACE FUNCTION refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF EXISTS (
           SELECT FROM opened o JOIN fiscal_seasons s ON s.coop_id = o.coop_id AND s.code <> o.code
             AND s.from_day < o.until_day AND o.from_day < s.until_day
             AND o.state <> 'withdrawn' AND s.state <> 'withdrawn'
         ) THEN
           RAISE EXCEPTION 'two seasons share a day' USING ERRCODE = 'exclusion_violation';
         END IF;
         RETURN NULL;
       END $$`,
      `CREATE TRIGGER changed_seasons_share_no_day AFTER UPDATE ON fiscal_seasons REFERENCING NEW TABLE AS opened
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_overlap()`,
      // rules of a season in which nothing is dated need no resolution
      'ALTER TABLE season_rules DROP CONSTRAINT season_rules_check',
      `CREATE TABLE season_questions (
         coop_id uuid NOT NULL,
         season text NOT NULL,
         asked int NOT NULL CHECK (asked > 1),
         wanted json NOT NULL,
         withdrawal text,
         asked_by text NOT NULL,
         asked_at timestamptz NOT NULL,
         state text NOT NULL CHECK (state IN ('asking', 'done', 'refused')),
         PRIMARY KEY (coop_id, season, asked),
         FOREIGN KEY (coop_id, season) REFERENCES fiscal_seasons
       )`,
      ...tenantTable(SERVICE, 'season_questions', ['UPDATE (state)']),
      `CREATE TABLE season_counts (
         coop_id uuid NOT NULL,
         season text NOT NULL,
         asked int NOT NULL,
         service text NOT NULL,
         days json NOT NULL,
         PRIMARY KEY (coop_id, season, asked, service)
       )`,
      ...tenantTable(SERVICE, 'season_counts'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('withdrawn seasons would be open'));
  }
}
