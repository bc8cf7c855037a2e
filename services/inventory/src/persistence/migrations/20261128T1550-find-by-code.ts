import { foundByCode } from '@ayni/database/name-keys';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Movements and lots are found by codes in whatever case they are asked for. */
export class FindByCode1795881000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) for (const statement of foundByCode(table)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN code_key`);
  }
}

const TABLES = ['movements', 'lots'];
