import { events, findEventType, type CloudEvent } from '@ayni/contracts';
import { toRecord, type EventRecord } from '@ayni/messaging/carrier/cloud-event.record';
import { sampleOf } from '../src/golden-sample.js';

/** The public types, by name. */
export const publicTypes = events.filter(({ audience }) => audience === 'public').map(({ type }) => type);

export function sample(type: string): CloudEvent {
  const event = findEventType(type);
  if (!event) throw new Error(`${type} is not declared`);
  return sampleOf(event);
}

/** The record that a service makes of a sample. */
export const recordOf = (event: CloudEvent, traceparent: string | null = null): EventRecord =>
  toRecord({
    event_id: event.id,
    coop_id: event.coopid,
    aggregate: event.aggregate,
    seq: event.aggregateseq,
    type: event.type,
    command_id: event.commandid,
    occurred_at: event.time,
    data: JSON.stringify(event.data),
    traceparent,
    position: 12n,
  });

/** The SDK gives one event or a batch. */
export function one<T>(read: T | T[]): T {
  if (Array.isArray(read)) throw new Error('a batch came where one event was sent');
  return read;
}

/** What an event says, without what depends on where and when. */
export const saidBy = (event: CloudEvent) => {
  const { specversion, id, type, source, subject, coopid, commandid, aggregate, aggregateseq, data } = event;
  return { specversion, id, type, source, subject, coopid, commandid, aggregate, aggregateseq, data };
};
