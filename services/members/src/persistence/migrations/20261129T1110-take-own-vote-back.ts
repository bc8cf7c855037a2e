import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member takes her own vote back, or what was written down for her, and need not say why; nobody else takes back her own. */
export class TakeOwnVoteBack1795950600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE votes DROP CONSTRAINT votes_check,
      ADD CHECK (withdrawn_at IS NULL OR (withdrawn_by IS NOT NULL AND (NOT own OR withdrawn_reason IS NULL)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE votes DROP CONSTRAINT votes_check,
      ADD CHECK (withdrawn_at IS NULL OR (NOT own AND withdrawn_by IS NOT NULL AND withdrawn_reason IS NOT NULL))`);
  }
}
