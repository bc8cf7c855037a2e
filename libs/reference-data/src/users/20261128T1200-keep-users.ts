import type { ServiceName } from '@ayni/contracts';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may still sign in, as a service other than members knows it. */
export function keepUsers(service: Exclude<ServiceName, 'members'>): new () => MigrationInterface {
  return class KeepUsers1795867200000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        `CREATE TABLE users (
           coop_id uuid NOT NULL,
           name text NOT NULL,
           version int NOT NULL,
           roles jsonb NOT NULL,
           member text,
           active boolean NOT NULL,
           PRIMARY KEY (coop_id, name)
         )`,
        ...tenantTable(service, 'users', ['UPDATE (version, roles, member, active)']),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE users');
    }
  };
}
