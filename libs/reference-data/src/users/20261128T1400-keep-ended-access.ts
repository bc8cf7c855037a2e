import type { ServiceName } from '@ayni/contracts';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The devices that were signed out, as a service other than members knows it. */
export function keepEndedAccess(service: Exclude<ServiceName, 'members'>): new () => MigrationInterface {
  return class KeepEndedAccess1795874400000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        'CREATE TABLE ended_access (coop_id uuid NOT NULL, access uuid NOT NULL, PRIMARY KEY (coop_id, access))',
        ...tenantTable(service, 'ended_access'),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE ended_access');
    }
  };
}
