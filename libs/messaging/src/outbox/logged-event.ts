import { findEventType, schemaPath, type CloudEvent } from '@ayni/contracts';

/** An event as the log holds it, with the place that the relay gave it. */
export type LoggedEvent = {
  readonly event_id: string;
  readonly coop_id: string;
  readonly aggregate: string;
  readonly seq: number;
  readonly type: string;
  readonly command_id: string;
  readonly occurred_at: string;
  readonly data: unknown;
  readonly position: bigint;
};

/** The columns of {@link LoggedEvent} in SQL. */
export const LOGGED_COLUMNS = 'event_id, coop_id, aggregate, seq, type, command_id, occurred_at, data, position';

/** The envelope in which a logged event leaves its service. */
export function toCloudEvent(row: LoggedEvent): CloudEvent {
  const service = findEventType(row.type)?.service ?? 'unknown';
  return {
    specversion: '1.0',
    id: row.event_id,
    type: row.type,
    source: `/coops/${row.coop_id}/${service}`,
    subject: row.aggregate,
    time: row.occurred_at,
    datacontenttype: 'application/json',
    dataschema: schemaPath(row.type),
    coopid: row.coop_id,
    commandid: row.command_id,
    aggregate: row.aggregate,
    aggregateseq: row.seq,
    data: row.data,
  };
}
