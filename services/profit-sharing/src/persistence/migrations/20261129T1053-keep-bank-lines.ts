import { factTable } from '@ayni/facts/fact-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements of the bank and of QR, line by line. */
export class KeepBankLines1795949580000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable('profit-sharing', 'bank-line', 'bank_lines', [
        "statement text NOT NULL CHECK (statement IN ('bank', 'qr'))",
        "direction text NOT NULL CHECK (direction IN ('in', 'out'))",
        'amount bigint NOT NULL CHECK (amount >= 0)',
        'reference text NOT NULL',
        'note text NOT NULL',
        'balance bigint',
      ]),
      'CREATE INDEX bank_lines_by_statement ON bank_lines (coop_id, statement, day, code)',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what the bank wrote would be forgotten'));
  }
}
