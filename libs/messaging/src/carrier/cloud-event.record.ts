import { findEventType, topicOf, type CloudEvent } from '@ayni/contracts';
import type { Translated } from '@ayni/kernel';
import { toCloudEventText, type LoggedText } from '../outbox/logged-event.js';

/** A record as a broker takes it. */
export type EventRecord = {
  readonly key: string;
  readonly value: string;
  readonly headers: { readonly 'content-type': string; readonly position: string };
};

/** What a broker brings: a record of unknown contents. */
export type ReceivedRecord = {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, unknown>>;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Letters that can be stored and shown: no control characters, no halves of a pair. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,300}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const SEQ_MAX = 2_147_483_647;

/** A logged event as a record: CloudEvents 1.0 in structured mode, keyed by its aggregate. */
export function toRecord(row: LoggedText): EventRecord {
  return {
    key: `${row.coop_id}:${row.aggregate}`,
    value: toCloudEventText(row),
    headers: { 'content-type': 'application/cloudevents+json', position: row.position.toString() },
  };
}

/**
 * The event of a record that came on `topic` (without prefix), and its place in its service's log (0 where that is
 * not told); or what is wrong with the bytes. The data are not looked at: they are checked by whoever declares the type.
 */
export function readRecord(
  topic: string,
  record: ReceivedRecord,
): { readonly event: CloudEvent; readonly position: bigint } | { readonly fault: Translated } {
  if (record.value === null) return { fault: { es: 'el registro está vacío', en: 'the record is empty' } };
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(record.value));
  } catch {
    return { fault: { es: 'no es JSON en UTF-8', en: 'not JSON in UTF-8' } };
  }
  if (!isCloudEvent(parsed)) return { fault: faultOfEnvelope(parsed) };
  const type = findEventType(parsed.type);
  if (type && topicOf(type) !== topic) {
    const { type: name } = parsed;
    return { fault: { es: `${name} no es de este tema`, en: `${name} does not belong on this topic` } };
  }
  return { event: parsed, position: positionOf(record.headers) };
}

type Check = (value: unknown) => boolean;
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const ENVELOPE: Readonly<Record<Exclude<keyof CloudEvent, 'data' | 'traceparent'>, Check>> = {
  specversion: (value) => value === '1.0',
  id: matches(UUID),
  type: matches(/^[a-z0-9.-]{1,100}$/),
  source: matches(NAME),
  subject: matches(NAME),
  time: matches(INSTANT),
  datacontenttype: (value) => value === 'application/json',
  dataschema: matches(NAME),
  coopid: matches(UUID),
  commandid: matches(UUID),
  aggregate: matches(NAME),
  aggregateseq: (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= SEQ_MAX,
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const badAttributes = (value: object): string[] => [
  ...Object.entries(ENVELOPE)
    .filter(([name, fits]) => !fits(Reflect.get(value, name)))
    .map(([name]) => name),
  ...('data' in value ? [] : ['data']),
  ...('traceparent' in value && !matches(/^[0-9a-f-]{1,100}$/)(value.traceparent) ? ['traceparent'] : []),
];

const isCloudEvent = (value: unknown): value is CloudEvent => isObject(value) && badAttributes(value).length === 0;

function faultOfEnvelope(value: unknown): Translated {
  if (!isObject(value)) return { es: 'no es un objeto JSON', en: 'not a JSON object' };
  const attributes = badAttributes(value).join(', ');
  return { es: `no es un evento de Ayni: ${attributes}`, en: `no event of ours: ${attributes}` };
}

function positionOf(headers: ReceivedRecord['headers']): bigint {
  const header = headers?.['position'];
  const text = Buffer.isBuffer(header) ? header.toString('latin1') : '';
  return /^\d{1,18}$/.test(text) ? BigInt(text) : 0n;
}
