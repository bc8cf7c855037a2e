import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The browsers in which users are signed in; what they show is kept as digests. */
export class KeepDevices1795875000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE devices (
         coop_id uuid NOT NULL,
         id uuid NOT NULL,
         user_name text NOT NULL,
         label text NOT NULL,
         family text NOT NULL,
         shown text,
         shown_at timestamptz NOT NULL,
         given text[] NOT NULL,
         used_at timestamptz NOT NULL,
         made_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, id),
         UNIQUE (coop_id, family),
         FOREIGN KEY (coop_id, user_name) REFERENCES users
       )`,
      'CREATE INDEX devices_by_user ON devices (coop_id, user_name)',
      ...tenantTable('members', 'devices', ['UPDATE (shown, shown_at, given, used_at)', 'DELETE']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE devices');
  }
}
