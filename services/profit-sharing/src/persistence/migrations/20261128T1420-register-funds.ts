import type { RuleSet } from '@ayni/distribution';
import { tenantTable } from '@ayni/database/tenant-table';
import { RECORDED_COLUMNS } from '@ayni/facts/recorded.entity';
import { digestOf } from '@ayni/facts/record';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nameKey } from '@ayni/kernel';
import { fundsOf } from '../../domain/funds/fund.js';

/** The register of funds, with those that rules name already: under the code that each had first. */
export class RegisterFunds1795875600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE funds (
         ${RECORDED_COLUMNS},
         key text NOT NULL,
         code text NOT NULL,
         name_es text NOT NULL,
         name_en text NOT NULL,
         legal_name text NOT NULL,
         PRIMARY KEY (coop_id, key)
       )`,
      'CREATE INDEX funds_by_code ON funds (coop_id, code)',
      ...tenantTable('profit-sharing', 'funds'),
    ];
    for (const statement of statements) await runner.query(statement);
    for (const { coop, rules, by } of await rulesByCoop(runner))
      for (const fund of fundsOf(rules)) {
        const { code, nameEs, nameEn, legalName } = fund;
        await runner.query(
          `INSERT INTO funds (coop_id, digest, recorded_by, recorded_at, key, code, name_es, name_en, legal_name)
           VALUES ($1, $2, $3, now(), $4, $5, $6, $7, $8)`,
          [coop, digestOf(fund), by, nameKey(code), code, nameEs, nameEn, legalName],
        );
      }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE funds');
  }
}

type CoopRules = { readonly coop: string; readonly rules: readonly RuleSet[]; readonly by: string };

const rulesByCoop = (runner: QueryRunner): Promise<CoopRules[]> =>
  runner.query(`SELECT coop_id AS coop, json_agg(rule_set ORDER BY amended_at, season, version) AS rules,
      (array_agg(amended_by ORDER BY amended_at, season, version))[1] AS by
    FROM season_rules GROUP BY coop_id`);
