import { factTable } from '@ayni/facts/fact-table';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people found lines of statements to be. */
export class KeepBankMatches1795951080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable('profit-sharing', 'bank-match', 'bank_matches', [
        'bank_line text NOT NULL',
        'amount bigint NOT NULL CHECK (amount >= 0)',
        'documents int NOT NULL CHECK (documents > 0)',
        'FOREIGN KEY (coop_id, bank_line) REFERENCES bank_lines',
      ]),
      'CREATE INDEX bank_matches_by_line ON bank_matches (coop_id, bank_line)',
      `CREATE TABLE bank_match_documents (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         source text NOT NULL,
         document text NOT NULL,
         PRIMARY KEY (coop_id, code, line),
         FOREIGN KEY (coop_id, code) REFERENCES bank_matches
       )`,
      'CREATE INDEX bank_match_documents_by_document ON bank_match_documents (coop_id, source, document)',
      ...tenantTable('profit-sharing', 'bank_match_documents'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what people found out would be forgotten'));
  }
}
