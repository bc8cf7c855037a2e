import type { ServiceName } from '@ayni/contracts';
import { tenantTable } from '@ayni/database/tenant-table';

/** The table of a service that keeps the register of members. */
export const registerTables = (service: ServiceName): string[] => [
  `CREATE TABLE members (
     coop_id uuid NOT NULL,
     number text NOT NULL,
     household text NOT NULL,
     name text NOT NULL,
     joined_on date NOT NULL,
     left_on date CHECK (left_on >= joined_on),
     PRIMARY KEY (coop_id, number)
   )`,
  ...tenantTable(service, 'members', ['UPDATE (household, name, left_on)']),
];
