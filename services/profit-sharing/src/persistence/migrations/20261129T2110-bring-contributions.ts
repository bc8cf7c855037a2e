import { factTable } from '@ayni/facts/fact-table';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates are paid in produce and work too, by scales that resolutions approve. */
export class BringContributions1795986600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...factTable('profit-sharing', 'contribution', 'contributions', [
        'member text NOT NULL',
        'certificate text NOT NULL',
        'resolution text NOT NULL',
        'product text',
        'quantity text',
        'unit text',
        'minutes int CHECK (minutes > 0)',
        'rate bigint NOT NULL CHECK (rate >= 0)',
        'amount bigint NOT NULL CHECK (amount >= 0)',
        'CHECK ((product IS NULL) = (quantity IS NULL) AND (product IS NULL) = (unit IS NULL))',
        'CHECK ((product IS NULL) = (minutes IS NOT NULL))',
        'FOREIGN KEY (coop_id, member) REFERENCES members',
        'FOREIGN KEY (coop_id, certificate) REFERENCES certificates',
        'FOREIGN KEY (coop_id, resolution) REFERENCES resolutions',
      ]),
      'CREATE INDEX contributions_by_certificate ON contributions (coop_id, certificate, day, code)',
      'CREATE INDEX contributions_by_member ON contributions (coop_id, member, day, code)',
      `ALTER TABLE resolution_covers ADD COLUMN product text NOT NULL DEFAULT '',
         ADD COLUMN unit text NOT NULL DEFAULT ''`,
      'ALTER TABLE resolution_covers DROP CONSTRAINT resolution_covers_pkey',
      `ALTER TABLE resolution_covers
         ADD PRIMARY KEY (coop_id, resolution, kind, season, fingerprint, fund, certificate_type, product)`,
      `CREATE OR REPLACE VIEW debt_payments WITH (security_invoker = true) AS
         SELECT p.coop_id, p.debt, p.day, p.amount FROM repayments p WHERE ${standing('repayment', 'p')}
         UNION ALL
         SELECT w.coop_id, w.certificate, w.day, w.unpaid FROM certificate_withdrawals w
         WHERE w.unpaid > 0 AND ${standing('certificate-withdrawal', 'w')}
         UNION ALL
         SELECT c.coop_id, c.certificate, c.day, c.amount FROM contributions c WHERE ${standing('contribution', 'c')}`,
      `CREATE OR REPLACE VIEW certificate_payments WITH (security_invoker = true) AS
         SELECT p.coop_id, p.debt AS certificate, p.day, p.amount FROM repayments p WHERE ${standing('repayment', 'p')}
         UNION ALL
         SELECT t.coop_id, t.code, GREATEST(e.day, s.until_day), t.amount_taken
         FROM run_debts t
           JOIN runs r ON r.coop_id = t.coop_id AND r.id = t.run AND r.state = 'approved'
           JOIN fiscal_seasons s ON s.coop_id = r.coop_id AND s.code = r.season
           JOIN ledger_entries e
             ON e.coop_id = r.coop_id AND e.source = 'run' AND e.code = r.id::text AND e.posting = 'record'
         WHERE t.kind = 'certificate'
         UNION ALL
         SELECT c.coop_id, c.certificate, c.day, c.amount FROM contributions c WHERE ${standing('contribution', 'c')}`,
      `ALTER TABLE ledger_entries DROP CONSTRAINT ledger_entries_source_check,
         ADD CONSTRAINT ledger_entries_source_check CHECK (source IN ('sale', 'delivery', 'expense', 'grant',
           'grant-receipt', 'grant-refund', 'grant-write-off', 'advance', 'loan', 'fine', 'repayment', 'fund-use',
           'certificate', 'certificate-withdrawal', 'certificate-transfer', 'contribution', 'transfer', 'collection',
           'write-off', 'cash-count', 'opening-balance', 'old-season', 'supplier-payment', 'asset', 'asset-disposal',
           'run', 'household-payment', 'lapse'))`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was brought for certificates would be forgotten'));
  }
}
