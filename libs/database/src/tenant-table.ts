import type { ServiceName } from '@ayni/contracts';
import { roleOf } from './roles.js';

/**
 * Makes a table the co-ops' own: row-level security enabled and forced, and only what the runtime
 * role is granted. `coop_id` leads its keys.
 * @param grants what the runtime role may do beside SELECT and INSERT, such as `UPDATE (remaining)`
 */
export function tenantTable(service: ServiceName, table: string, grants: readonly string[] = []): string[] {
  const runtime = roleOf(service, 'runtime');
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY own_coop ON ${table} TO ${runtime}
       USING (coop_id = NULLIF(current_setting('app.coop', true), '')::uuid)`,
    `GRANT SELECT, INSERT ON ${table} TO ${runtime}`,
    ...grants.map((grant) => `GRANT ${grant} ON ${table} TO ${runtime}`),
  ];
}
