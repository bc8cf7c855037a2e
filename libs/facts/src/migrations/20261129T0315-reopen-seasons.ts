import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps by which season-closing a season's doors were shut, since one that is reopened is closed more than once. */
export const reopenSeasons = (service: ServiceName): new () => MigrationInterface =>
  class ReopenSeasons1795922100000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('ALTER TABLE seasons ADD COLUMN closing int');
      await runner.query(`GRANT UPDATE (closing) ON seasons TO ${roleOf(service, 'runtime')}`);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('reports of two closings could not be told apart'));
    }
  };
