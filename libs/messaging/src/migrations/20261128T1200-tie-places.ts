import type { ServiceName } from '@ayni/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { placeTables } from '../spine-tables.js';

/** What an inbox and a relay remember of the logs that they were tied to. */
export const tiePlaces = (service: ServiceName): new () => MigrationInterface =>
  class TiePlaces1795867200000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of placeTables(service)) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE inbox_places');
      await runner.query('ALTER TABLE inbox DROP COLUMN raw, DROP COLUMN digest');
      await runner.query('ALTER TABLE relay_places DROP COLUMN low, DROP COLUMN cluster');
    }
  };
