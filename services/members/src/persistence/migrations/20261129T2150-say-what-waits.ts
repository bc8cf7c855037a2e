import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many records a device last said that it keeps, and has not sent. */
export class SayWhatWaits1795989000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE devices ADD COLUMN waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0)');
    await runner.query(`GRANT UPDATE (waiting) ON devices TO ${roleOf('members', 'runtime')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE devices DROP COLUMN waiting');
  }
}
