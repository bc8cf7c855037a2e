import { findEventType, schemaUri, type CloudEvent } from '@ayni/contracts';

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
  readonly traceparent: string | null;
  readonly position: bigint;
};

/** A logged event whose data are the JSON text that was stored: what only passes on need not be read. */
export type LoggedText = LoggedEvent & { readonly data: string };

const ENVELOPE_COLUMNS = 'event_id, coop_id, aggregate, seq, type, command_id, occurred_at, traceparent, position';

/** The columns of {@link LoggedEvent} in SQL. */
export const LOGGED_COLUMNS = `${ENVELOPE_COLUMNS}, data`;
/** The columns of {@link LoggedText} in SQL. */
export const LOGGED_TEXT_COLUMNS = `${ENVELOPE_COLUMNS}, data::text`;

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
    dataschema: schemaUri(row.type),
    coopid: row.coop_id,
    commandid: row.command_id,
    aggregate: row.aggregate,
    aggregateseq: row.seq,
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
    data: row.data,
  };
}

/** {@link toCloudEvent} as JSON text, the data as they were stored. */
export function toCloudEventText(row: LoggedText): string {
  const envelope = JSON.stringify({ ...toCloudEvent(row), data: undefined });
  return `${envelope.slice(0, -1)},"data":${row.data}}`;
}
