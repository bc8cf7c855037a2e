import type { ServiceName } from '@ayni/contracts';
import { tenantTable } from '@ayni/database/tenant-table';

/** The tables of a service that keeps products and units from inventory's events. */
export const productTables = (service: ServiceName): string[] => [
  `CREATE TABLE products (
     coop_id uuid NOT NULL,
     code text NOT NULL,
     name text NOT NULL,
     stock_unit text NOT NULL CHECK (stock_unit IN ('g', 'piece')),
     PRIMARY KEY (coop_id, code)
   )`,
  ...tenantTable(service, 'products'),
  `CREATE TABLE units (
     coop_id uuid NOT NULL,
     product text NOT NULL,
     unit text NOT NULL,
     valid_from date NOT NULL,
     factor text NOT NULL,
     PRIMARY KEY (coop_id, product, unit, valid_from)
   )`,
  ...tenantTable(service, 'units'),
];
