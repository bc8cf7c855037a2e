import { tenantTable } from '@ayni/database/tenant-table';
import { FACT_COLUMNS } from '@ayni/facts/fact.entity';
import { productTables } from '@ayni/reference-data/products/schema';
import { registerTables } from '@ayni/reference-data/register/schema';
import { platformTables } from '@ayni/service-kit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const LABOUR_COLUMNS = `${FACT_COLUMNS},
         member text NOT NULL,
         activity text NOT NULL,
         minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 1440)`;

export class CreateProduction1795320600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...platformTables('production'),
      ...productTables('production'),
      ...registerTables('production'),
      `CREATE TABLE structures (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         name text NOT NULL,
         kind text NOT NULL,
         area_m2 text NOT NULL,
         digest text NOT NULL,
         recorded_by text NOT NULL,
         recorded_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, code)
       )`,
      ...tenantTable('production', 'structures'),
      `CREATE TABLE harvests (
         ${FACT_COLUMNS},
         harvested_at timestamptz NOT NULL,
         structure text NOT NULL,
         product text NOT NULL,
         quantity text NOT NULL,
         unit text NOT NULL,
         home_use text NOT NULL,
         stock_unit text NOT NULL,
         stock_quantity bigint NOT NULL CHECK (stock_quantity > 0),
         stock_home_use bigint NOT NULL CHECK (stock_home_use BETWEEN 0 AND stock_quantity),
         FOREIGN KEY (coop_id, structure) REFERENCES structures
       )`,
      'CREATE INDEX harvests_by_day ON harvests (coop_id, day, code)',
      ...tenantTable('production', 'harvests'),
      `CREATE TABLE work (
         ${LABOUR_COLUMNS},
         structure text,
         FOREIGN KEY (coop_id, structure) REFERENCES structures
       )`,
      'CREATE INDEX work_by_day ON work (coop_id, day, code)',
      ...tenantTable('production', 'work'),
      `CREATE TABLE work_confirmations (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         confirmed_by text NOT NULL,
         confirmed_at timestamptz NOT NULL,
         PRIMARY KEY (coop_id, code),
         FOREIGN KEY (coop_id, code) REFERENCES work
       )`,
      ...tenantTable('production', 'work_confirmations'),
      `CREATE TABLE care (
         ${LABOUR_COLUMNS}
       )`,
      'CREATE INDEX care_by_day ON care (coop_id, day, code)',
      ...tenantTable('production', 'care'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}
