import { roleOf } from '@ayni/database/roles';
import { factTable } from '@ayni/facts/fact-table';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Certificates pass from one member to another; they end with whoever gave them, as those do that are given up. */
export class TransferCertificates1795963200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable(SERVICE, 'certificate-transfer', 'certificate_transfers', [
        'certificate text NOT NULL',
        'giver text NOT NULL',
        'taker text NOT NULL',
        'count int NOT NULL CHECK (count > 0)',
        'rest text',
        'type text',
        'amount bigint NOT NULL CHECK (amount >= 0)',
        'document text NOT NULL',
        'CHECK (giver <> taker)',
        'FOREIGN KEY (coop_id, certificate) REFERENCES certificates',
        'FOREIGN KEY (coop_id, giver) REFERENCES members',
        'FOREIGN KEY (coop_id, taker) REFERENCES members',
        'FOREIGN KEY (coop_id, type) REFERENCES certificate_types',
      ]),
      'CREATE INDEX certificate_transfers_by_certificate ON certificate_transfers (coop_id, certificate, day, code)',
      'CREATE INDEX certificate_transfers_by_giver ON certificate_transfers (coop_id, giver, day, code)',
      'CREATE INDEX certificate_transfers_by_taker ON certificate_transfers (coop_id, taker, day, code)',
      // how certificates ended: the last day on which somebody held them, and by which transfer where it was one
      `CREATE VIEW certificate_ends WITH (security_invoker = true) AS
         SELECT w.coop_id, w.certificate, w.day, NULL::text AS transfer FROM certificate_withdrawals w
         WHERE ${standing('certificate-withdrawal', 'w')}
         UNION ALL
         SELECT t.coop_id, t.certificate, t.day - 1, t.code FROM certificate_transfers t
         WHERE ${standing('certificate-transfer', 't')}`,
      `GRANT SELECT ON certificate_ends TO ${roleOf(SERVICE, 'runtime')}`,
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'certificate-transfer', 'transfer', 'collection', 'write-off',
           'cash-count', 'opening-balance', 'supplier-payment', 'asset', 'run', 'household-payment', 'lapse'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('who holds certificates would be forgotten'));
  }
}
