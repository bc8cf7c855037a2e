import { tenantTable } from '@ayni/database/tenant-table';
import { FACT_COLUMNS } from '@ayni/facts/fact.entity';
import { productTables } from '@ayni/reference-data/products/schema';
import { platformTables } from '@ayni/service-kit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSales1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...platformTables('sales'),
      ...productTables('sales'),
      `CREATE TABLE markets (coop_id uuid NOT NULL, name text NOT NULL, PRIMARY KEY (coop_id, name))`,
      ...tenantTable('sales', 'markets'),
      ...catalogueVersions(),
      `CREATE TABLE sales (
         ${FACT_COLUMNS},
         sold_at timestamptz NOT NULL,
         market text NOT NULL,
         payment text NOT NULL CHECK (payment IN ('cash', 'qr', 'credit')),
         currency text NOT NULL,
         total bigint NOT NULL CHECK (total >= 0),
         lines int NOT NULL CHECK (lines > 0),
         FOREIGN KEY (coop_id, market) REFERENCES markets
       )`,
      'CREATE INDEX sales_by_day ON sales (coop_id, day, code)',
      ...tenantTable('sales', 'sales'),
      `CREATE TABLE sale_lines (
         coop_id uuid NOT NULL,
         receipt text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         product text NOT NULL,
         quantity text NOT NULL,
         unit text NOT NULL,
         stock_unit text NOT NULL,
         stock_quantity bigint NOT NULL CHECK (stock_quantity > 0),
         unit_price bigint NOT NULL CHECK (unit_price >= 0),
         amount bigint NOT NULL CHECK (amount >= 0),
         PRIMARY KEY (coop_id, receipt, line),
         FOREIGN KEY (coop_id, receipt) REFERENCES sales
       )`,
      ...tenantTable('sales', 'sale_lines'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}

/** Counts the changes of what receipts are checked against, so that a reading of it can be kept and its age be seen. */
function catalogueVersions(): string[] {
  const bumped = ['products', 'units', 'markets', 'seasons'].flatMap((table) =>
    ['INSERT', 'UPDATE'].map(
      (event) =>
        `CREATE TRIGGER ${event.toLowerCase()}_bumps_catalogue AFTER ${event} ON ${table}
           REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION bump_catalogue()`,
    ),
  );
  return [
    'CREATE TABLE catalogue_versions (coop_id uuid PRIMARY KEY, version bigint NOT NULL)',
    ...tenantTable('sales', 'catalogue_versions', ['UPDATE (version)']),
    `CREATE FUNCTION bump_catalogue() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       INSERT INTO catalogue_versions (coop_id, version) SELECT DISTINCT coop_id, 1 FROM changed
       ON CONFLICT (coop_id) DO UPDATE SET version = catalogue_versions.version + 1;
       RETURN NULL;
     END $$`,
    `CREATE FUNCTION expect_catalogue(expected bigint) RETURNS void LANGUAGE plpgsql STABLE AS $$
     BEGIN
       IF NOT EXISTS (SELECT FROM catalogue_versions
         WHERE coop_id = current_setting('app.coop')::uuid AND version = expected)
       THEN RAISE EXCEPTION 'the catalogue has changed' USING ERRCODE = 'AY001';
       END IF;
     END $$`,
    ...bumped,
  ];
}
