import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Products and units, as a service keeps them, can be corrected and retired. */
export const correctProducts = (service: ServiceName): new () => MigrationInterface => {
  const runtime = roleOf(service, 'runtime');
  return class CorrectProducts1795875000000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        'ALTER TABLE products ADD COLUMN retired_on date',
        `GRANT UPDATE (name, retired_on) ON products TO ${runtime}`,
        'ALTER TABLE units ADD COLUMN retired_on date',
        `GRANT UPDATE (factor, retired_on) ON units TO ${runtime}`,
      ];
      for (const statement of statements) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of ['products', 'units']) await runner.query(`ALTER TABLE ${table} DROP COLUMN retired_on`);
    }
  };
};
