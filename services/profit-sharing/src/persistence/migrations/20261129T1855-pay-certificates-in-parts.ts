import { roleOf } from '@ayni/database/roles';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

/** Certificates need not be paid at once; what is not is a debt, which ends with what she brings, a run or their withdrawal. */
export class PayCertificatesInParts1795978500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      // none where all was paid, as it always was before
      `ALTER TABLE certificates ADD COLUMN paid_at_once bigint CHECK (paid_at_once >= 0 AND paid_at_once < amount)`,
      `ALTER TABLE certificate_withdrawals ADD COLUMN unpaid bigint NOT NULL DEFAULT 0 CHECK (unpaid >= 0)`,
      `CREATE OR REPLACE VIEW debts WITH (security_invoker = true) AS
         SELECT f.coop_id, 'advance'::text AS kind, f.code, f.member, f.day, f.amount FROM advances f
         WHERE ${standing('advance', 'f')}
         UNION ALL
         SELECT f.coop_id, 'loan'::text, f.code, f.member, f.day, f.amount FROM loans f WHERE ${standing('loan', 'f')}
         UNION ALL
         SELECT f.coop_id, 'fine'::text, f.code, f.member, f.day, f.amount FROM fines f WHERE ${standing('fine', 'f')}
         UNION ALL
         SELECT f.coop_id, 'certificate'::text, f.code, f.member, f.day, f.amount - f.paid_at_once FROM certificates f
         WHERE f.paid_at_once IS NOT NULL AND ${standing('certificate', 'f')}`,
      // what lowers a debt besides runs: what she brings back, and what is not asked for any more
      `CREATE VIEW debt_payments WITH (security_invoker = true) AS
         SELECT p.coop_id, p.debt, p.day, p.amount FROM repayments p WHERE ${standing('repayment', 'p')}
         UNION ALL
         SELECT w.coop_id, w.certificate, w.day, w.unpaid FROM certificate_withdrawals w
         WHERE w.unpaid > 0 AND ${standing('certificate-withdrawal', 'w')}`,
      // what was paid in for certificates since they were entered; what a run sets off comes after its season
      `CREATE VIEW certificate_payments WITH (security_invoker = true) AS
         SELECT p.coop_id, p.debt AS certificate, p.day, p.amount FROM repayments p WHERE ${standing('repayment', 'p')}
         UNION ALL
         SELECT t.coop_id, t.code, GREATEST(e.day, s.until_day), t.amount_taken
         FROM run_debts t
           JOIN runs r ON r.coop_id = t.coop_id AND r.id = t.run AND r.state = 'approved'
           JOIN fiscal_seasons s ON s.coop_id = r.coop_id AND s.code = r.season
           JOIN ledger_entries e
             ON e.coop_id = r.coop_id AND e.source = 'run' AND e.code = r.id::text AND e.posting = 'record'
         WHERE t.kind = 'certificate'`,
      `GRANT SELECT ON debt_payments, certificate_payments TO ${roleOf(SERVICE, 'runtime')}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what is still owed for certificates would be forgotten'));
  }
}
