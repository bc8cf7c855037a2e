import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import { RECORDED_COLUMNS } from '@ayni/facts/recorded.entity';
import { platformTables } from '@ayni/service-kit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const runtime = roleOf('members', 'runtime');
const operator = roleOf('members', 'operator');

const OWN_COOP = `(coop_id = NULLIF(current_setting('app.coop', true), '')::uuid)`;

/** The operator writes the first rows of a co-op that she makes, into that co-op only, and reads none. */
const madeByOperator = (table: string): string[] => [
  `CREATE POLICY made_by_operator ON ${table} FOR INSERT TO ${operator} WITH CHECK ${OWN_COOP}`,
  `GRANT INSERT ON ${table} TO ${operator}`,
];

export class CreateMembers1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...platformTables('members'),
      // members owns the co-ops, and only the operator makes one
      `REVOKE INSERT ON coops FROM ${runtime}`,
      `CREATE POLICY seen_by_operator ON coops FOR SELECT TO ${operator} USING (true)`,
      `GRANT SELECT (coop_id, code) ON coops TO ${operator}`,
      ...madeByOperator('coops'),
      ...madeByOperator('outbox'),
      // who signs in has no co-op yet; this is all that anybody may ask across them
      `CREATE FUNCTION coop_by_code(asked text) RETURNS uuid
         LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
         AS $$ SELECT coop_id FROM public.coops WHERE code = asked $$`,
      'REVOKE ALL ON FUNCTION coop_by_code(text) FROM PUBLIC',
      `GRANT EXECUTE ON FUNCTION coop_by_code(text) TO ${runtime}`,

      `CREATE TABLE setup_codes (
         digest bytea PRIMARY KEY,
         issued_at timestamptz NOT NULL,
         used_at timestamptz
       )`,
      'ALTER TABLE setup_codes ENABLE ROW LEVEL SECURITY',
      'ALTER TABLE setup_codes FORCE ROW LEVEL SECURITY',
      `CREATE POLICY issued_by_operator ON setup_codes TO ${operator} USING (true)`,
      `GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON setup_codes TO ${operator}`,

      `CREATE TABLE households (
         ${RECORDED_COLUMNS},
         code text NOT NULL,
         name text NOT NULL,
         community text NOT NULL,
         PRIMARY KEY (coop_id, code)
       )`,
      ...tenantTable('members', 'households'),

      `CREATE TABLE members (
         ${RECORDED_COLUMNS},
         number text NOT NULL,
         given_names text NOT NULL,
         surnames text NOT NULL,
         name text GENERATED ALWAYS AS (given_names || ' ' || surnames) STORED,
         sex text NOT NULL CHECK (sex IN ('F', 'M', 'X')),
         birth_year int NOT NULL CHECK (birth_year BETWEEN 1900 AND extract(year FROM joined_on)),
         household text NOT NULL,
         heir text,
         joined_on date NOT NULL,
         left_on date CHECK (left_on >= joined_on),
         left_reason text CHECK (left_reason IS NULL OR left_on IS NOT NULL),
         version int NOT NULL CHECK (version > 0),
         PRIMARY KEY (coop_id, number),
         FOREIGN KEY (coop_id, household) REFERENCES households
       )`,
      'CREATE INDEX members_by_household ON members (coop_id, household)',
      ...tenantTable('members', 'members', [
        'UPDATE (given_names, surnames, household, heir, left_on, left_reason, version)',
      ]),

      `CREATE TABLE users (
         ${RECORDED_COLUMNS},
         name text NOT NULL,
         password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
         roles jsonb NOT NULL CHECK (jsonb_typeof(roles) = 'array' AND roles <> '[]'),
         member text,
         active boolean NOT NULL,
         version int NOT NULL CHECK (version > 0),
         PRIMARY KEY (coop_id, name),
         FOREIGN KEY (coop_id, member) REFERENCES members,
         CHECK (member IS NOT NULL OR NOT roles ? 'member')
       )`,
      ...tenantTable('members', 'users', ['UPDATE (password_hash, roles, active, version)']),
      ...madeByOperator('users'),

      `CREATE TABLE resolutions (
         ${RECORDED_COLUMNS},
         number text NOT NULL,
         adopted_on date NOT NULL,
         subject text NOT NULL,
         votes_for int NOT NULL CHECK (votes_for >= 0),
         votes_against int NOT NULL CHECK (votes_against >= 0),
         abstentions int NOT NULL CHECK (abstentions >= 0),
         PRIMARY KEY (coop_id, number)
       )`,
      'CREATE INDEX resolutions_by_day ON resolutions (coop_id, adopted_on, number)',
      ...tenantTable('members', 'resolutions'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}
