import { tenantTable } from '@ayni/database/tenant-table';
import { FACT_COLUMNS } from '@ayni/facts/fact.entity';
import { registerTables } from '@ayni/reference-data/register/schema';
import { platformTables } from '@ayni/service-kit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateInventory1795320600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...platformTables('inventory'),
      ...registerTables('inventory'),
      `CREATE TABLE products (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         name text NOT NULL,
         stock_unit text NOT NULL CHECK (stock_unit IN ('g', 'piece')),
         shelf_life_days int CHECK (shelf_life_days > 0),
         digest text NOT NULL,
         version int NOT NULL CHECK (version > 0),
         PRIMARY KEY (coop_id, code)
       )`,
      ...tenantTable('inventory', 'products', ['UPDATE (version)']),
      `CREATE TABLE units (
         coop_id uuid NOT NULL,
         product text NOT NULL,
         unit text NOT NULL,
         valid_from date NOT NULL,
         factor text NOT NULL,
         PRIMARY KEY (coop_id, product, unit, valid_from),
         FOREIGN KEY (coop_id, product) REFERENCES products
       )`,
      ...tenantTable('inventory', 'units'),
      `CREATE TABLE harvests (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         day date NOT NULL,
         harvested_at timestamptz NOT NULL,
         structure text NOT NULL,
         product text NOT NULL,
         quantity bigint NOT NULL,
         home_use bigint NOT NULL CHECK (home_use BETWEEN 0 AND quantity),
         PRIMARY KEY (coop_id, code),
         FOREIGN KEY (coop_id, product) REFERENCES products
       )`,
      'CREATE INDEX harvests_by_day ON harvests (coop_id, day)',
      ...tenantTable('inventory', 'harvests'),
      `CREATE TABLE deliveries (
         ${FACT_COLUMNS},
         delivered_at timestamptz NOT NULL,
         member text NOT NULL,
         product text NOT NULL,
         quantity text NOT NULL,
         unit text NOT NULL,
         stock_unit text NOT NULL,
         stock_quantity bigint NOT NULL CHECK (stock_quantity > 0),
         unit_price bigint NOT NULL CHECK (unit_price >= 0),
         amount bigint NOT NULL CHECK (amount >= 0),
         currency text NOT NULL,
         FOREIGN KEY (coop_id, product) REFERENCES products,
         FOREIGN KEY (coop_id, member) REFERENCES members
       )`,
      'CREATE INDEX deliveries_by_day ON deliveries (coop_id, day, code)',
      ...tenantTable('inventory', 'deliveries'),
      `CREATE TABLE losses (
         ${FACT_COLUMNS},
         lost_at timestamptz NOT NULL,
         product text NOT NULL,
         quantity text NOT NULL,
         unit text NOT NULL,
         stock_unit text NOT NULL,
         stock_quantity bigint NOT NULL CHECK (stock_quantity > 0),
         reason text NOT NULL,
         FOREIGN KEY (coop_id, product) REFERENCES products
       )`,
      'CREATE INDEX losses_by_day ON losses (coop_id, day, code)',
      ...tenantTable('inventory', 'losses'),
      // `open` changes only when a lot is used up, so that taking from one touches no index
      `CREATE TABLE lots (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         product text NOT NULL,
         origin text NOT NULL CHECK (origin IN ('harvest', 'delivery')),
         origin_code text NOT NULL,
         day date NOT NULL,
         received_at timestamptz NOT NULL,
         expires_on date,
         quantity bigint NOT NULL CHECK (quantity > 0),
         remaining bigint NOT NULL CHECK (remaining BETWEEN 0 AND quantity),
         open boolean NOT NULL GENERATED ALWAYS AS (remaining > 0) STORED,
         PRIMARY KEY (coop_id, code),
         UNIQUE (coop_id, origin, origin_code),
         FOREIGN KEY (coop_id, product) REFERENCES products
       ) WITH (fillfactor = 80)`,
      'CREATE INDEX lots_open ON lots (coop_id, product, expires_on, received_at, code) WHERE open',
      'CREATE INDEX lots_by_day ON lots (coop_id, day, code)',
      ...tenantTable('inventory', 'lots', ['UPDATE (remaining)']),
      `CREATE TABLE movements (
         coop_id uuid NOT NULL,
         kind text NOT NULL CHECK (kind IN ('harvest', 'delivery', 'sale', 'loss')),
         code text NOT NULL,
         line int NOT NULL CHECK (line > 0),
         reversal boolean NOT NULL,
         product text NOT NULL,
         day date NOT NULL,
         quantity bigint NOT NULL CHECK (
           quantity <> 0 AND (quantity > 0) = ((kind IN ('harvest', 'delivery')) <> reversal)),
         PRIMARY KEY (coop_id, kind, code, line, reversal)
       )`,
      'CREATE INDEX movements_by_day ON movements (coop_id, day)',
      ...tenantTable('inventory', 'movements'),
      `CREATE TABLE takings (
         coop_id uuid NOT NULL,
         id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
         lot text NOT NULL,
         use text NOT NULL CHECK (use IN ('sale', 'loss')),
         code text NOT NULL,
         line int NOT NULL,
         day date NOT NULL,
         quantity bigint NOT NULL CHECK (quantity <> 0),
         PRIMARY KEY (coop_id, id)
       )`,
      'CREATE INDEX takings_by_lot ON takings (coop_id, lot)',
      'CREATE INDEX takings_by_use ON takings (coop_id, use, code)',
      ...tenantTable('inventory', 'takings'),
      `CREATE TABLE shortages (
         coop_id uuid NOT NULL,
         use text NOT NULL CHECK (use IN ('sale', 'loss')),
         code text NOT NULL,
         line int NOT NULL,
         turn int NOT NULL CHECK (turn > 0),
         product text NOT NULL,
         day date NOT NULL,
         quantity bigint NOT NULL CHECK (quantity > 0),
         open bigint NOT NULL CHECK (open BETWEEN 0 AND quantity),
         PRIMARY KEY (coop_id, use, code, line, turn)
       )`,
      'CREATE INDEX shortages_open ON shortages (coop_id, product, day, use, code, line, turn) WHERE open > 0',
      ...tenantTable('inventory', 'shortages', ['UPDATE (open)']),
      `CREATE TABLE issues (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         day date NOT NULL,
         lines int NOT NULL,
         centavos bigint NOT NULL,
         events int NOT NULL,
         PRIMARY KEY (coop_id, code)
       )`,
      'CREATE INDEX issues_by_day ON issues (coop_id, day)',
      ...tenantTable('inventory', 'issues', ['UPDATE (events)']),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}
