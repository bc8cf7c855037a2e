import type { FactKind, ServiceName } from '@ayni/contracts';
import { seasonDoor } from './season-door-schema.js';
import { tenantTable } from '@ayni/database/tenant-table';
import { FACT_COLUMNS } from './fact.entity.js';

/**
 * The table of a kind of dated fact: what all facts have, the columns of this one, its index by day, forced row-level
 * security, no right to change or delete, and the season's door.
 * @param columns of this kind, with their checks and references
 */
export const factTable = (
  service: ServiceName,
  kind: FactKind,
  table: string,
  columns: readonly string[],
): string[] => [
  `CREATE TABLE ${table} (${[FACT_COLUMNS, ...columns].join(', ')})`,
  `CREATE INDEX ${table}_by_day ON ${table} (coop_id, day, code)`,
  ...tenantTable(service, table),
  ...seasonDoor(service, kind, table),
];
