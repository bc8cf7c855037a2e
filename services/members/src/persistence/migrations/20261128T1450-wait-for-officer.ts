import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN_COOP = `(coop_id = NULLIF(current_setting('app.coop', true), '')::uuid)`;

/** Changes of users that wait for a second officer; the operator may make them where there is none. */
export class WaitForOfficer1795877400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const operator = roleOf('members', 'operator');
    const statements = [
      `CREATE TABLE waiting_changes (
         coop_id uuid NOT NULL,
         user_name text NOT NULL,
         changes jsonb NOT NULL,
         asked_by text NOT NULL,
         asked_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, user_name),
         FOREIGN KEY (coop_id, user_name) REFERENCES users
       )`,
      ...tenantTable('members', 'waiting_changes', ['UPDATE (changes, asked_by, asked_at)', 'DELETE']),
      ...['users', 'waiting_changes', 'devices'].map(
        (table) =>
          `CREATE POLICY mended_by_operator ON ${table} TO ${operator} USING ${OWN_COOP} WITH CHECK ${OWN_COOP}`,
      ),
      `GRANT SELECT, UPDATE (roles, active, version, password_hash, member, choosing, told) ON users TO ${operator}`,
      `GRANT SELECT, UPDATE (changes), DELETE ON waiting_changes TO ${operator}`,
      `GRANT SELECT, DELETE ON devices TO ${operator}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE waiting_changes');
    for (const table of ['users', 'devices']) await runner.query(`DROP POLICY mended_by_operator ON ${table}`);
  }
}
