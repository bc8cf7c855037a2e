import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody left by herself, died or was expelled, beside the words about it. */
export class SayWhyMembersLeft1795977900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE members ADD COLUMN left_cause text
      CHECK (left_cause IN ('resigned', 'died', 'expelled')),
      ADD CHECK (left_cause IS NULL OR left_on IS NOT NULL)`);
    await runner.query(`GRANT UPDATE (left_cause) ON members TO ${roleOf('members', 'runtime')}`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('why members left would be forgotten'));
  }
}
