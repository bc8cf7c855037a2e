import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const runtime = roleOf('members', 'runtime');
const operator = roleOf('members', 'operator');

/** Who tried to sign in from where; of no co-op, since there may be none of that name. */
export class BrakeSignIn1795870800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE sign_in_tries (
         who bytea NOT NULL,
         source text NOT NULL,
         count int NOT NULL,
         last_at timestamptz NOT NULL,
         free_at timestamptz NOT NULL,
         known boolean NOT NULL DEFAULT false,
         PRIMARY KEY (who, source)
       )`,
      'CREATE INDEX sign_in_tries_by_age ON sign_in_tries (last_at)',
      // a number, since what reads it adds it to numbers
      'CREATE TABLE source_budgets (key text PRIMARY KEY, points int NOT NULL DEFAULT 0, expire double precision)',
      ...['sign_in_tries', 'source_budgets'].flatMap((table) => [
        `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY of_no_coop ON ${table} TO ${runtime} USING (true)`,
        `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${runtime}`,
      ]),
      `CREATE POLICY lifted_by_operator ON sign_in_tries TO ${operator} USING (true)`,
      `GRANT SELECT, DELETE ON sign_in_tries TO ${operator}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_tries', 'source_budgets']) await runner.query(`DROP TABLE ${table}`);
  }
}
