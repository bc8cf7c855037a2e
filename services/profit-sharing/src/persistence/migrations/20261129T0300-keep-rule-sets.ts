import { tenantTable } from '@ayni/database/tenant-table';
import { RECORDED_COLUMNS } from '@ayni/facts/recorded.entity';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Keeps rule sets of the co-op's own in versions that nobody may change, and which of them a season's rules are. */
export class KeepRuleSets1795921200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE own_rule_sets (
         ${RECORDED_COLUMNS},
         code text NOT NULL,
         name text NOT NULL,
         copies text,
         law text,
         PRIMARY KEY (coop_id, code),
         CHECK (law IS NULL OR copies IS NOT NULL)
       )`,
      ...tenantTable(SERVICE, 'own_rule_sets'),
      `CREATE TABLE rule_set_versions (
         coop_id uuid NOT NULL,
         rule_set text NOT NULL,
         version int NOT NULL CHECK (version > 0),
         from_day date NOT NULL,
         rules json NOT NULL,
         fingerprint text NOT NULL,
         proposed_by text NOT NULL,
         proposed_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, rule_set, version),
         UNIQUE (coop_id, rule_set, fingerprint),
         FOREIGN KEY (coop_id, rule_set) REFERENCES own_rule_sets
       )`,
      ...tenantTable(SERVICE, 'rule_set_versions'),
      `CREATE TABLE rule_set_adoptions (
         coop_id uuid NOT NULL,
         rule_set text NOT NULL,
         version int NOT NULL,
         resolution text,
         adopted_by text NOT NULL,
         adopted_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, rule_set, version),
         FOREIGN KEY (coop_id, rule_set, version) REFERENCES rule_set_versions,
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions
       )`,
      ...tenantTable(SERVICE, 'rule_set_adoptions'),
      // all but the first rules of a co-op are adopted by a resolution
      'CREATE UNIQUE INDEX rule_set_adoptions_first ON rule_set_adoptions (coop_id) WHERE resolution IS NULL',
      `ALTER TABLE season_rules ADD COLUMN own_rule_set text, ADD COLUMN own_version int,
         ADD FOREIGN KEY (coop_id, own_rule_set, own_version) REFERENCES rule_set_adoptions,
         ADD CHECK ((own_rule_set IS NULL) = (own_version IS NULL))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('by what seasons were shared would be forgotten'));
  }
}
