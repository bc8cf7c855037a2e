import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table of what is registered, and the columns in which it can be corrected. */
type Correctable = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Whether its rows have had a version before. */
  readonly versioned?: true;
};

/**
 * Lets what a service registers be corrected and retired, and keeps what it was before. A row that is there has its
 * first version and is in use.
 */
export const keepChanges = (service: ServiceName, registered: readonly Correctable[]): new () => MigrationInterface => {
  return class KeepChanges1795874400000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of changesKept(service, registered)) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { table, versioned } of registered)
        await runner.query(`ALTER TABLE ${table} DROP COLUMN retired_on${versioned ? '' : ', DROP COLUMN version'}`);
      await runner.query('DROP TABLE changes');
    }
  };
};

/** The statements of that, for a service whose register came later. */
export function changesKept(service: ServiceName, registered: readonly Correctable[]): string[] {
  const runtime = roleOf(service, 'runtime');
  return [
    `CREATE TABLE changes (
       coop_id uuid NOT NULL,
       kind text NOT NULL,
       code text NOT NULL,
       version int NOT NULL CHECK (version > 1),
       field text NOT NULL,
       before text,
       after text,
       changed_by text NOT NULL,
       changed_at timestamptz NOT NULL,
       PRIMARY KEY (coop_id, kind, code, version, field)
     )`,
    ...tenantTable(service, 'changes'),
    ...registered.flatMap(({ table, columns, versioned }) => [
      `ALTER TABLE ${table} ADD COLUMN retired_on date`,
      ...(versioned ? [] : [`ALTER TABLE ${table} ADD COLUMN version int NOT NULL DEFAULT 1`]),
      `GRANT UPDATE (${[...columns, 'retired_on', ...(versioned ? [] : ['version'])].join(', ')}) ON ${table} TO ${runtime}`,
    ]),
  ];
}
