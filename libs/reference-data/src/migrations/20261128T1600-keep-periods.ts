import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps from when to when somebody is a member, who may leave and come back, and which of these days count in no season
 * because that had been closed when they were entered.
 */
export const keepPeriods = (service: Exclude<ServiceName, 'sales'>): new () => MigrationInterface => {
  const runtime = roleOf(service, 'runtime');
  return class KeepPeriods1795881600000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        `ALTER TABLE members ADD COLUMN periods datemultirange,
           ADD COLUMN uncounted datemultirange NOT NULL DEFAULT '{}'`,
        'UPDATE members SET periods = datemultirange(daterange(joined_on, left_on + 1))',
        `ALTER TABLE members ALTER COLUMN periods SET NOT NULL, ALTER COLUMN uncounted DROP DEFAULT,
           ADD CONSTRAINT members_periods_check CHECK (lower(periods) = joined_on)`,
        `GRANT UPDATE (periods, uncounted) ON members TO ${runtime}`,
      ];
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('who came back would never have been away'));
    }
  };
};
