import { SERVICES, type ServiceName } from '@ayni/contracts';
import type pg from '@ayni/database/driver';
import type { Language } from '@ayni/kernel';
import { readReason } from '@ayni/messaging/inbox/reason';
import { Complaint } from '../complaint.js';
import { connected } from '../connect.js';
import type { System } from '../open-system.js';

/** An event that a service could not apply, or that is behind one in its aggregate. */
export type ParkedEvent = {
  readonly kind: 'event';
  readonly service: ServiceName;
  readonly id: string;
  readonly coop: string;
  readonly type: string;
  readonly aggregate: string;
  readonly seq: number;
  readonly since: string;
  readonly reason: string;
};

/** Bytes on a topic that are no event; their id is `topic/partition/offset`. */
export type ParkedRecord = {
  readonly kind: 'record';
  readonly service: ServiceName;
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly since: string;
  readonly reason: string;
};

export type Parked = ParkedEvent | ParkedRecord;

/** Which of what is parked is meant; all of it where nothing is named. */
export type Which = { readonly service?: ServiceName | undefined; readonly id?: string | undefined };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PLACE = /^[^/]+\/\d+\/\d+$/;

/**
 * What is parked, in the order in which it has to be applied.
 * @throws Complaint where an id is no id, or nothing with it is parked
 */
export async function findParked(
  system: System,
  { service, id }: Which,
  language: Language,
): Promise<readonly Parked[]> {
  if (id !== undefined && !UUID.test(id) && !PLACE.test(id)) throw new Complaint('noId', { id });
  const found: Parked[] = [];
  for (const name of service === undefined ? SERVICES : [service])
    found.push(
      ...(await connected(system.url(name, 'operator'), async (client) => [
        ...(id === undefined || UUID.test(id) ? await readEvents(client, name, id) : []),
        ...(id === undefined || PLACE.test(id) ? await readRecords(client, name, id) : []),
      ])),
    );
  if (id !== undefined && found.length === 0) throw new Complaint('notParked', { id });
  return found.map((one) => ({ ...one, reason: readReason(one.reason, language) }));
}

/** The events among them. */
export const eventsIn = (all: readonly Parked[]): ParkedEvent[] =>
  all.flatMap((one) => (one.kind === 'event' ? [one] : []));

/** As an instant is written, whatever this process makes of timestamps. */
const SINCE = `to_char(arrived_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since`;

async function readEvents(client: pg.Client, service: ServiceName, id: string | undefined): Promise<ParkedEvent[]> {
  const { rows } = await client.query<Omit<ParkedEvent, 'kind' | 'service'>>(
    `SELECT event_id AS id, coop_id AS coop, type, aggregate, seq, ${SINCE}, COALESCE(reason, '') AS reason
     FROM inbox WHERE consumer = $1 AND state = 'parked' AND ($2::uuid IS NULL OR event_id = $2)
     ORDER BY coop_id, min(arrived_at) OVER (PARTITION BY coop_id, aggregate), aggregate, seq, source, position`,
    [service, id ?? null],
  );
  return rows.map((row) => ({ kind: 'event', service, ...row }));
}

async function readRecords(client: pg.Client, service: ServiceName, id: string | undefined): Promise<ParkedRecord[]> {
  const { rows } = await client.query<Omit<ParkedRecord, 'kind' | 'service' | 'id'>>(
    `SELECT topic, partition, record_offset::text AS offset, ${SINCE}, reason FROM parked_records
     WHERE dropped_at IS NULL AND ($1::text IS NULL OR concat_ws('/', topic, partition, record_offset) = $1)
     ORDER BY topic, partition, record_offset, digest`,
    [id ?? null],
  );
  return rows.map((row) => ({ kind: 'record', service, id: `${row.topic}/${row.partition}/${row.offset}`, ...row }));
}
