import { createHash } from 'node:crypto';
import { jsonOf, type Translated } from '@ayni/kernel';
import type { CloudEvent } from '@ayni/contracts';
import type { RecordPlace } from '../carrier/record-place.js';
import { storedReason } from './reason.js';

/** An event on its way into an inbox, with its place in the log of the service that wrote it. */
export type Arrival = {
  readonly source: string;
  readonly position: bigint;
  readonly event: CloudEvent;
  /** As it came, where it came as bytes, and where a broker has it. */
  readonly raw?: Buffer;
  readonly place?: RecordPlace;
};

/** An event that was held back: its bytes as they came, or what an earlier release made of them. */
export type Held = {
  readonly source: string;
  readonly position: bigint;
  readonly raw: Buffer | null;
  readonly body: unknown;
};

/** Bytes that are no event, and where a broker holds them. */
export type BadRecord = {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly reason: Translated;
};

/** The event of a row that was held back. */
export const arrivalOf = ({ source, position, raw, body }: Held): Arrival => {
  const event = (raw === null ? body : jsonOf(raw.toString())) as CloudEvent;
  return { source, position, event, ...(raw === null ? {} : { raw }) };
};

/** An event as it came; where it was read from a log, as it would have been sent. */
export function bytesOf({ raw, event }: Arrival): Buffer {
  if (raw) return raw;
  try {
    return Buffer.from(JSON.stringify(event));
  } catch {
    // nested deeper than can be written: whoever wrote it has it in her log
    return Buffer.from(JSON.stringify({ ...event, data: null }));
  }
}

/** By which another event under the same id shows; not of the trace, which says nothing of what happened. */
export function digestOf({ coopid, type, aggregate, aggregateseq, data }: CloudEvent): string {
  const hash = createHash('sha256').update(JSON.stringify([coopid, type, aggregate, aggregateseq]));
  try {
    return hash.update(JSON.stringify(data)).digest('hex');
  } catch {
    return hash.update('nested deeper than can be told').digest('hex');
  }
}

/** An event that is kept as nothing but its bytes. */
export const recordOf = (arrival: Arrival, reason: Translated): BadRecord => ({
  ...(arrival.place ?? { topic: arrival.source, partition: 0, offset: arrival.position }),
  key: Buffer.from(`${arrival.event.coopid}:${arrival.event.aggregate}`),
  value: bytesOf(arrival),
  reason,
});

/** The statement by which a record is kept; once, however often it comes. */
export const keepStatement = ({
  topic,
  partition,
  offset,
  key,
  value,
  reason,
}: BadRecord): { name: string; text: string; values: unknown[] } => ({
  name: 'inbox bad record',
  text: `INSERT INTO parked_records (topic, partition, record_offset, digest, reason, key, value)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
  values: [
    ...[topic, partition, offset],
    createHash('sha256')
      .update(value ?? '')
      .digest('hex'),
    ...[storedReason(reason), key, value],
  ],
});
