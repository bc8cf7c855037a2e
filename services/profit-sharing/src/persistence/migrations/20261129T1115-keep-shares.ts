import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a household is paid may stay in the co-op, as certificates of one of its members. */
export class KeepShares1795950900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...['payout_lines', 'household_payments'].map(
        (table) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_way_check,
          ADD CONSTRAINT ${table}_way_check CHECK (way IN ('cash', 'transfer', 'qr', 'certificates'))`,
      ),
      `ALTER TABLE payout_lines ADD COLUMN member text, ADD COLUMN count int, ADD COLUMN value_each bigint,
         ADD FOREIGN KEY (coop_id, member) REFERENCES members,
         ADD CONSTRAINT payout_lines_kept CHECK (CASE way
           WHEN 'certificates' THEN member IS NOT NULL AND count > 0 AND value_each > 0 AND amount = count * value_each
           ELSE num_nonnulls(member, count, value_each) = 0 END)`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what families kept as certificates would be forgotten'));
  }
}
