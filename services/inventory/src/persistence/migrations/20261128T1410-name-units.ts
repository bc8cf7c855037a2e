import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units can be corrected and retired. Movements name the unit that a fact was measured with; of harvests and receipts of
 * before it is not known here.
 */
export class NameUnits1795875000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE units ADD COLUMN retired_on date',
      `GRANT UPDATE (factor, retired_on) ON units TO ${roleOf('inventory', 'runtime')}`,
      'ALTER TABLE movements ADD COLUMN unit text',
      ...(
        [
          ['delivery', 'deliveries'],
          ['loss', 'losses'],
          ['gift', 'gifts'],
        ] as const
      ).map(
        ([kind, table]) => `UPDATE movements m SET unit = f.unit FROM ${table} f
          WHERE m.kind = '${kind}' AND NOT m.reversal AND f.coop_id = m.coop_id AND f.code = m.code`,
      ),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE units DROP COLUMN retired_on');
    await runner.query('ALTER TABLE movements DROP COLUMN unit');
  }
}
