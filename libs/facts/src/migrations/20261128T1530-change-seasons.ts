import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { seasonDoorFunctions } from '../season-door-schema.js';

/** Lets the days of an open season be corrected and a season be withdrawn, in every service. */
export const changeSeasons = (service: ServiceName): new () => MigrationInterface => {
  const runtime = roleOf(service, 'runtime');
  return class ChangeSeasons1795879800000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        'ALTER TABLE seasons DROP CONSTRAINT seasons_state_check',
        `ALTER TABLE seasons ADD CONSTRAINT seasons_state_check
           CHECK (state IN ('open', 'changing', 'closing', 'closed'))`,
        `GRANT UPDATE (from_day), DELETE ON seasons TO ${runtime}`,
        // members has no table of dated facts
        ...(service === 'members' ? [] : seasonDoorFunctions()),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('seasons would be open whose days are in question'));
    }
  };
};
