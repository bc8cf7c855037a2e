import { foundByCode } from '@ayni/database/name-keys';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries of the ledger are found by codes in whatever case they are asked for. */
export class FindByCode1795881000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of foundByCode('ledger_entries')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_entries DROP COLUMN code_key');
  }
}
