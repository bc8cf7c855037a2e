import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was given a password has to choose another; a user's link may change. */
export class GuardUsers1795867200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE users ADD COLUMN choosing boolean NOT NULL DEFAULT false',
      `GRANT UPDATE (member, choosing) ON users TO ${roleOf('members', 'runtime')}`,
      // those who were there before are told of when the next user changes
      'ALTER TABLE users ADD COLUMN told boolean NOT NULL DEFAULT false',
      `GRANT UPDATE (told) ON users TO ${roleOf('members', 'runtime')}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN choosing, DROP COLUMN told');
  }
}
