import type { ServiceName } from '@ayni/contracts';
import { roleOf } from '@ayni/database/roles';
import { tenantTable } from '@ayni/database/tenant-table';

/** The tables of outbox, relay and inbox, the same in every service. */
export function spineTables(service: ServiceName): string[] {
  const runtime = roleOf(service, 'runtime');
  const relay = roleOf(service, 'relay');
  return [
    `CREATE TABLE outbox (
       id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       coop_id uuid NOT NULL,
       event_id uuid NOT NULL,
       aggregate text NOT NULL,
       seq int NOT NULL CHECK (seq > 0),
       type text NOT NULL,
       command_id uuid NOT NULL,
       occurred_at timestamptz NOT NULL,
       data json NOT NULL CHECK (octet_length(data::text) <= 1000000),
       position bigint UNIQUE,
       UNIQUE (coop_id, aggregate, seq)
     )`,
    'CREATE INDEX outbox_waiting ON outbox (id) WHERE position IS NULL',
    ...tenantTable(service, 'outbox'),
    `CREATE POLICY every_coop ON outbox TO ${relay} USING (true)`,
    `GRANT SELECT, UPDATE (position) ON outbox TO ${relay}`,
    `CREATE TABLE relay_mark (
       only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
       assigned bigint NOT NULL,
       sent bigint NOT NULL CHECK (sent <= assigned)
     )`,
    'INSERT INTO relay_mark (assigned, sent) VALUES (0, 0)',
    `GRANT SELECT, UPDATE ON relay_mark TO ${relay}`,
    `GRANT SELECT ON relay_mark TO ${runtime}`,
    `CREATE TABLE inbox (
       consumer text NOT NULL,
       event_id uuid NOT NULL,
       coop_id uuid NOT NULL,
       source text NOT NULL,
       position bigint NOT NULL,
       aggregate text NOT NULL,
       seq int NOT NULL,
       type text NOT NULL,
       command_id uuid NOT NULL,
       state text NOT NULL CHECK (state IN ('applied', 'waiting', 'parked', 'dropped')),
       reason text,
       waits_for text,
       body json,
       arrived_at timestamptz NOT NULL DEFAULT now(),
       PRIMARY KEY (consumer, event_id)
     )`,
    `CREATE INDEX inbox_held ON inbox (consumer, aggregate) WHERE state IN ('waiting', 'parked')`,
    'CREATE INDEX inbox_command ON inbox (command_id)',
    ...tenantTable(service, 'inbox', ['UPDATE (state, reason, waits_for, body)']),
    `CREATE TABLE inbox_positions (
       consumer text NOT NULL,
       source text NOT NULL,
       position bigint NOT NULL,
       PRIMARY KEY (consumer, source)
     )`,
    `GRANT SELECT, INSERT, UPDATE ON inbox_positions TO ${runtime}`,
  ];
}

/**
 * What the spine needs where a broker carries the events and an operator mends what is stuck: the trace of an event,
 * the relay's memory of what was acknowledged, and a place for bytes that are no event.
 */
export function brokerTables(service: ServiceName): string[] {
  const runtime = roleOf(service, 'runtime');
  const relay = roleOf(service, 'relay');
  const operator = roleOf(service, 'operator');
  return [
    'ALTER TABLE outbox ADD COLUMN traceparent text',
    `CREATE TABLE relay_places (
       topic text NOT NULL,
       partition int NOT NULL,
       record_offset bigint NOT NULL,
       PRIMARY KEY (topic, partition)
     )`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON relay_places TO ${relay}`,
    `CREATE TABLE parked_records (
       topic text NOT NULL,
       partition int NOT NULL,
       record_offset bigint NOT NULL,
       digest text NOT NULL,
       reason text NOT NULL,
       key bytea,
       value bytea,
       arrived_at timestamptz NOT NULL DEFAULT now(),
       dropped_at timestamptz,
       drop_reason text,
       PRIMARY KEY (topic, partition, record_offset, digest)
     )`,
    `GRANT INSERT ON parked_records TO ${runtime}`,
    `GRANT SELECT, UPDATE (dropped_at, drop_reason) ON parked_records TO ${operator}`,
    `CREATE POLICY seen_by_operator ON inbox FOR SELECT TO ${operator} USING (true)`,
    `GRANT SELECT ON inbox, inbox_positions, relay_mark, relay_places TO ${operator}`,
    `CREATE OR REPLACE FUNCTION event_flow() RETURNS TABLE (waiting int, oldest int, parked int)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
       AS $$ SELECT
         (SELECT (count(*) + (SELECT assigned - sent FROM public.relay_mark))::int FROM public.outbox WHERE position IS NULL),
         (SELECT COALESCE(extract(epoch FROM now() - min(occurred_at)), 0)::int FROM public.outbox, public.relay_mark
            WHERE position IS NULL OR position > sent),
         (SELECT count(*)::int FROM public.inbox WHERE state = 'parked')
           + (SELECT count(*)::int FROM public.parked_records WHERE dropped_at IS NULL) $$`,
    `GRANT EXECUTE ON FUNCTION event_flow() TO ${operator}`,
    // what a consumer that stands at a position has not applied yet: how much, and for how long
    `CREATE FUNCTION log_after(after bigint, declared text[]) RETURNS TABLE (events int, oldest int)
       LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
       AS $$ SELECT count(*)::int, COALESCE(extract(epoch FROM now() - min(occurred_at)), 0)::int
         FROM public.outbox
         WHERE position > after AND position <= (SELECT sent FROM public.relay_mark) AND type = ANY(declared) $$`,
    'REVOKE ALL ON FUNCTION log_after(bigint, text[]) FROM PUBLIC',
    `GRANT EXECUTE ON FUNCTION log_after(bigint, text[]) TO ${operator}`,
  ];
}

/**
 * What ties a consumer to the very log that it has read, and keeps what it was given: the last record of each partition
 * that it took, the bytes of what it holds back, and of each event a digest by which another one under its id shows.
 */
export function placeTables(service: ServiceName): string[] {
  const runtime = roleOf(service, 'runtime');
  return [
    `CREATE TABLE inbox_places (
       consumer text NOT NULL,
       topic text NOT NULL,
       partition int NOT NULL,
       record_offset bigint NOT NULL,
       digest text NOT NULL,
       PRIMARY KEY (consumer, topic, partition)
     )`,
    `GRANT SELECT, INSERT, UPDATE ON inbox_places TO ${runtime}`,
    `GRANT SELECT ON inbox_places TO ${roleOf(service, 'operator')}`,
    'ALTER TABLE inbox ADD COLUMN raw bytea, ADD COLUMN digest text',
    `GRANT UPDATE (raw) ON inbox TO ${runtime}`,
    'ALTER TABLE relay_places ADD COLUMN low bigint NOT NULL DEFAULT 0, ADD COLUMN cluster text',
  ];
}
