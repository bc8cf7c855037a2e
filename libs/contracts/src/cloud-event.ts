import type { Translated } from '@ayni/kernel';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Static, TSchema } from 'typebox';
import { events } from './catalogue.js';
import type { EventType } from './event-type.js';

/**
 * An event as it travels: CloudEvents 1.0, structured JSON. The extensions name the co-op, the
 * command that caused it, the aggregate and the event's place in it.
 */
export type CloudEvent<Data = unknown> = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly coopid: string;
  readonly commandid: string;
  readonly aggregate: string;
  readonly aggregateseq: number;
  /** W3C Trace Context, the CloudEvents extension for distributed tracing; only where tracing is on. */
  readonly traceparent?: string;
  readonly data: Data;
};

/** An event whose data were checked against its type. */
export type EventOf<T extends EventType> = CloudEvent<Static<T['schema']>>;

/** That each schema is one is shown by a test: to look it over would cost every start of a program. */
const ajv = new Ajv2020({ strict: false, validateSchema: false });
const validators = new Map<string, ValidateFunction>();

function validator(type: string, schema: TSchema): ValidateFunction {
  let validate = validators.get(type);
  if (!validate) {
    validate = ajv.compile(schema);
    validators.set(type, validate);
  }
  return validate;
}

/** What is wrong with the data of an event of this type, or nothing. */
export function faultOf(event: EventType, data: unknown): Translated | undefined {
  const validate = validator(event.type, event.schema);
  if (validate(data)) return undefined;
  const places = (validate.errors ?? []).map((error) => `data${error.instancePath}${missingIn(error)}`);
  const es = places.length === 1 ? `está mal ${places.join('')}` : `están mal ${[...new Set(places)].join(', ')}`;
  return { es, en: ajv.errorsText(validate.errors, { dataVar: 'data' }) };
}

/** The name, as the last step of a place, of what is not there. */
function missingIn({ params }: ErrorObject): string {
  const name: unknown = params['missingProperty'] ?? params['additionalProperty'];
  return typeof name === 'string' ? `/${name}` : '';
}

/** Whether an event is of this type; its data must have been checked on the way in. */
export const isOf = <T extends EventType>(event: CloudEvent, type: T): event is EventOf<T> => event.type === type.type;

/** Where the JSON Schema of a type is served. */
export const schemaPath = (type: string): string => `/schemas/${type}.json`;

/** The name of that schema in an event: a URI, as CloudEvents asks, whatever host serves it; its path is {@link schemaPath}. */
export const schemaUri = (type: string): string => `ayni:${schemaPath(type)}`;

/** The JSON Schema of every type, by name. */
export const schemas: ReadonlyMap<string, TSchema> = new Map(events.map((event) => [event.type, event.schema]));
