import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a season that closes end before its last day, in every service. */
export const endSeasonsEarly = (service: ServiceName): new () => MigrationInterface => {
  const runtime = roleOf(service, 'runtime');
  return class EndSeasonsEarly1795864800000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`GRANT UPDATE (until_day) ON seasons TO ${runtime}`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`REVOKE UPDATE (until_day) ON seasons FROM ${runtime}`);
    }
  };
};
