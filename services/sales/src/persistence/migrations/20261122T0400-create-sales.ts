import { tenantTable } from '@ayni/messaging';
import { FACT_COLUMNS, platformTables, productTables } from '@ayni/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSales1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...platformTables('sales'),
      ...productTables('sales'),
      `CREATE TABLE markets (coop_id uuid NOT NULL, name text NOT NULL, PRIMARY KEY (coop_id, name))`,
      ...tenantTable('sales', 'markets'),
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
