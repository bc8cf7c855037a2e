import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was given a password has to choose another; a user's link may change; and the others hear of all who are there. */
export class GuardUsers1795867200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE users ADD COLUMN choosing boolean NOT NULL DEFAULT false',
      `GRANT UPDATE (member, choosing) ON users TO ${roleOf('members', 'runtime')}`,
      `INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
         SELECT coop_id, gen_random_uuid(), 'user/' || name, version, 'ayni.members.user-changed.v1', gen_random_uuid(), now(),
           json_strip_nulls(json_build_object(
             'name', name, 'version', version, 'roles', roles, 'member', member, 'active', active))
         FROM users`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN choosing');
  }
}
