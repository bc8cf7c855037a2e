import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';
import { spineTables } from '@ayni/messaging/spine-tables';

/** The tables that every service has: spine, commands, reversals, and what it keeps of co-ops and seasons. */
export function platformTables(service: ServiceName): string[] {
  return [
    ...spineTables(service),
    `CREATE TABLE commands (
       coop_id uuid NOT NULL,
       principal text NOT NULL,
       key text NOT NULL,
       print text NOT NULL,
       answer text NOT NULL,
       done_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (coop_id, principal, key)
     )`,
    ...tenantTable(service, 'commands', ['DELETE']),
    `CREATE TABLE reversals (
       coop_id uuid NOT NULL,
       kind text NOT NULL,
       code text NOT NULL,
       reason text NOT NULL,
       reversed_by text NOT NULL,
       reversed_at timestamptz NOT NULL,
       PRIMARY KEY (coop_id, kind, code)
     )`,
    ...tenantTable(service, 'reversals'),
    `CREATE TABLE coops (
       coop_id uuid PRIMARY KEY,
       code text NOT NULL UNIQUE,
       name text NOT NULL,
       currency text NOT NULL,
       timezone text NOT NULL
     )`,
    ...tenantTable(service, 'coops'),
    `CREATE TABLE seasons (
       coop_id uuid NOT NULL,
       code text NOT NULL,
       from_day date NOT NULL,
       until_day date NOT NULL CHECK (until_day > from_day),
       state text NOT NULL CHECK (state IN ('open', 'closing', 'closed')),
       books json,
       books_seq int NOT NULL DEFAULT 0,
       PRIMARY KEY (coop_id, code)
     )`,
    ...tenantTable(service, 'seasons', ['UPDATE (state, books, books_seq)']),
    // the watch takes up every co-op's closing after a restart; this is all that it may see across them
    `CREATE FUNCTION closing_seasons() RETURNS TABLE (coop_id uuid, code text)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
       AS $$ SELECT s.coop_id, s.code FROM public.seasons s WHERE s.state = 'closing' $$`,
    'REVOKE ALL ON FUNCTION closing_seasons() FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION closing_seasons() TO ${roleOf(service, 'runtime')}`,
    `CREATE FUNCTION event_flow() RETURNS TABLE (waiting int, oldest int, parked int)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
       AS $$ SELECT
         (SELECT count(*)::int FROM public.outbox WHERE position IS NULL),
         (SELECT COALESCE(extract(epoch FROM now() - min(occurred_at)), 0)::int FROM public.outbox WHERE position IS NULL),
         (SELECT count(*)::int FROM public.inbox WHERE state = 'parked') $$`,
    'REVOKE ALL ON FUNCTION event_flow() FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION event_flow() TO ${roleOf(service, 'runtime')}`,
  ];
}
