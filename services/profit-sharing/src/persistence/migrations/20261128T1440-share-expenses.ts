import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of an expense another source paid than the first. */
export class ShareExpenses1795876800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE expenses ADD COLUMN rest bigint CHECK (rest > 0 AND rest < amount),
         ADD COLUMN rest_funded_by text CHECK ((rest IS NULL) = (rest_funded_by IS NULL) AND rest_funded_by <> funded_by)`,
      `CREATE INDEX expenses_by_second_funder ON expenses (coop_id, rest_funded_by, day, code)
         WHERE rest_funded_by IS NOT NULL`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE expenses DROP COLUMN rest, DROP COLUMN rest_funded_by');
  }
}
