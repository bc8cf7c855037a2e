import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that were refused, by user, address and minute: so many of them come that no row of its own is made for each. */
export class CountRefusedSignIns1795876800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE refused_sign_ins (
         coop_id uuid NOT NULL,
         minute timestamptz NOT NULL,
         user_name text NOT NULL,
         source text NOT NULL,
         count int NOT NULL,
         PRIMARY KEY (coop_id, minute, user_name, source)
       )`,
      ...tenantTable('members', 'refused_sign_ins', ['UPDATE (count)', 'DELETE']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refused_sign_ins');
  }
}
