import { roleOf } from '@ayni/database/roles';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a loan is to be brought back, where that was agreed: so many equal parts, so many months apart. */
export class AgreeOnInstalments1795978800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE loans ADD COLUMN first_due_on date,
         ADD COLUMN instalments int CHECK (instalments BETWEEN 1 AND 120),
         ADD COLUMN every_months int CHECK (every_months BETWEEN 1 AND 12),
         ADD CHECK ((first_due_on IS NULL) = (instalments IS NULL) AND (first_due_on IS NULL) = (every_months IS NULL))`,
      // what is to be brought of a loan by each of the agreed days, in all; the odd centavos come last
      `CREATE VIEW loan_dues WITH (security_invoker = true) AS
         SELECT l.coop_id, l.code AS loan, l.member,
           (l.first_due_on + make_interval(months => (n - 1) * l.every_months))::date AS due_on,
           div(l.amount::numeric * n, l.instalments)::bigint AS due_by
         FROM loans l CROSS JOIN LATERAL generate_series(1, l.instalments) n
         WHERE l.first_due_on IS NOT NULL AND ${standing('loan', 'l')}`,
      `GRANT SELECT ON loan_dues TO ${roleOf('profit-sharing', 'runtime')}`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was agreed of loans would be forgotten'));
  }
}
