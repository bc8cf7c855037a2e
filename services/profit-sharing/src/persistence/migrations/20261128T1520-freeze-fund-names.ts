import type { RuleSet } from '@ayni/distribution';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { calledFunds } from '../../domain/rules/called-funds.js';
import type { Fund } from '../../domain/funds/fund.js';

/** Names of funds can be corrected; the statements of a run go on under those that it was worked out under. */
export class FreezeFundNames1795879200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE run_summaries ADD COLUMN funds json NOT NULL DEFAULT '{}'");
    const register: readonly OfCoop<Fund>[] = await runner.query(
      'SELECT coop_id AS coop, code, name_es AS "nameEs", name_en AS "nameEn", legal_name AS "legalName" FROM funds',
    );
    const runs: readonly OfCoop<{ readonly run: string; readonly rules: RuleSet }>[] = await runner.query(
      `SELECT coop_id AS coop, run, summary->'case'->'ruleSet' AS rules FROM run_summaries`,
    );
    for (const { coop, run, rules } of runs) {
      const called = calledFunds(
        rules,
        register.filter((fund) => fund.coop === coop),
      );
      const values = [coop, run, JSON.stringify(called)];
      await runner.query('UPDATE run_summaries SET funds = $3 WHERE coop_id = $1 AND run = $2', values);
    }
    await runner.query('ALTER TABLE run_summaries ALTER COLUMN funds DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE run_summaries DROP COLUMN funds');
  }
}

type OfCoop<Row> = Row & { readonly coop: string };
