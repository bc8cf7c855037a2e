import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names can be corrected; the shares of a run go on under the names that they were worked out under. */
export class FreezeNames1795874400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `GRANT UPDATE (name) ON households TO ${roleOf('profit-sharing', 'runtime')}`,
      'ALTER TABLE run_members ADD COLUMN name text',
      'ALTER TABLE run_households ADD COLUMN name text',
      `UPDATE run_members SET name = m.name FROM members m
       WHERE m.coop_id = run_members.coop_id AND m.number = run_members.member`,
      `UPDATE run_households SET name = h.name FROM households h
       WHERE h.coop_id = run_households.coop_id AND h.code = run_households.household`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['run_members', 'run_households']) await runner.query(`ALTER TABLE ${table} DROP COLUMN name`);
  }
}
