import { changesKept } from '@ayni/facts/migrations/20261128T1400-keep-changes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Funds can be corrected and retired; they are found by their codes, which are told apart as all names are. */
export class CorrectFunds1795878900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE funds DROP CONSTRAINT funds_pkey, DROP COLUMN key',
      'DROP INDEX funds_by_code',
      'ALTER TABLE funds ADD PRIMARY KEY (coop_id, code)',
      ...changesKept('profit-sharing', [{ table: 'funds', columns: ['name_es', 'name_en', 'legal_name'] }]),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      'DROP TABLE changes',
      `ALTER TABLE funds DROP CONSTRAINT funds_pkey, DROP COLUMN retired_on, DROP COLUMN version,
         ADD COLUMN key text NOT NULL GENERATED ALWAYS AS (name_key(code)) STORED`,
      'ALTER TABLE funds ALTER COLUMN key DROP EXPRESSION',
      'ALTER TABLE funds ADD PRIMARY KEY (coop_id, key)',
      'CREATE INDEX funds_by_code ON funds (coop_id, code)',
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
