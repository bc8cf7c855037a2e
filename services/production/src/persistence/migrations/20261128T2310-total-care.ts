import { tenantTable } from '@ayni/database/tenant-table';
import { standing } from '@ayni/facts/standing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums care by member and day for those who share by it; what there is already is told with the next that is entered. */
export class TotalCare1795907400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE care_totals (
         coop_id uuid NOT NULL,
         member text NOT NULL,
         day date NOT NULL,
         minutes int NOT NULL CHECK (minutes >= 0),
         seq int NOT NULL CHECK (seq >= 0),
         PRIMARY KEY (coop_id, member, day)
       )`,
      ...tenantTable('production', 'care_totals', ['UPDATE (minutes, seq)']),
      `INSERT INTO care_totals (coop_id, member, day, minutes, seq)
       SELECT coop_id, member, day, sum(minutes)::int, 0 FROM care c WHERE ${standing('care', 'c')}
       GROUP BY coop_id, member, day`,
      'CREATE INDEX care_totals_untold ON care_totals (coop_id, day, member) WHERE seq = 0',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care_totals');
  }
}
