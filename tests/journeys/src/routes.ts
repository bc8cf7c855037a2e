import { SERVICES } from '@ayni/contracts';
import { Answer } from '@ayni/api-client/answer';
import { Caller, type Method } from './caller.js';

/** What a text of the API holds, as its example in the documents tells. */
export type Sort = 'amount' | 'quantity' | 'share' | 'day' | 'instant' | 'code' | 'password' | 'text';

/** What the documents say that a part of a request is. */
export type Shape =
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly of: Shape; readonly max: number | undefined }
  | { readonly kind: 'choice' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'text'; readonly sort: Sort; readonly min: number; readonly max: number | undefined };

export type Field = { readonly name: string; readonly shape: Shape; readonly required: boolean };

/** A route as the documents that the system serves describe it. */
export type Route = {
  /** Such as `POST /api/sales/v1/sales/{receipt}/reversal`. */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly query: readonly Field[];
  readonly body: Shape | undefined;
  /** Whether it takes a file, as it is. */
  readonly isForFile: boolean;
  /** The media types in which it answers. */
  readonly media: readonly string[];
};

const METHODS = { get: 'GET', post: 'POST', patch: 'PATCH' } as const;

/** Every route of the five services, from the documents that a running system serves. */
export async function routesOf(url: string): Promise<Route[]> {
  const routes: Route[] = [];
  for (const service of SERVICES) {
    const { status, body: document } = await new Caller(url).get(`/docs/${service}.json`);
    if (status !== 200) throw new Error(`${service} has no documents`);
    for (const [path, operations] of document.field('paths').entries)
      for (const [verb, operation] of operations.entries) routes.push(routeOf(document, verb, path, operation));
  }
  return routes;
}

function routeOf(document: Answer, verb: string, path: string, operation: Answer): Route {
  if (verb !== 'get' && verb !== 'post' && verb !== 'patch') throw new Error(`${path} is asked by ${verb}`);
  const method = METHODS[verb];
  // a file has no fields
  const content = operation.field('requestBody').field('content');
  const sent = content.field('application/json');
  return {
    name: `${method} ${path}`,
    method,
    path,
    query: operation
      .field('parameters')
      .list.filter((parameter) => parameter.field('in').text === 'query')
      .map((parameter) => ({
        name: parameter.field('name').text,
        shape: shapeOf(document, parameter.field('schema')),
        required: parameter.field('required').flag,
      })),
    body: sent.value === undefined ? undefined : shapeOf(document, sent.field('schema')),
    isForFile: content.field('application/octet-stream').value !== undefined,
    media: mediaOf(operation),
  };
}

function mediaOf(operation: Answer): string[] {
  const content = operation.field('responses').field('200').field('content');
  return content.value === undefined ? [] : content.entries.map(([type]) => type);
}

function shapeOf(document: Answer, schema: Answer): Shape {
  const reference = maybeText(schema.field('$ref'));
  if (reference !== undefined) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
    if (name === undefined) throw new Error(`The documents refer to ${reference}`);
    return shapeOf(document, document.field('components').field('schemas').field(name));
  }
  const parts = schema.field('allOf').value;
  if (Array.isArray(parts) && parts.length === 1) return shapeOf(document, new Answer(parts[0], 'allOf'));
  if (schema.field('enum').value !== undefined) return { kind: 'choice' };
  // one of several shapes: which, only its own reader tells
  if (schema.field('oneOf').value !== undefined) return { kind: 'object', fields: [] };
  const type = schema.field('type').text;
  switch (type) {
    case 'object': {
      const required = schema.field('required').value === undefined ? [] : schema.field('required').list;
      const names = new Set(required.map((name) => name.text));
      const fields = schema.field('properties').value === undefined ? [] : schema.field('properties').entries;
      return {
        kind: 'object',
        fields: fields.map(([name, part]) => ({
          name,
          // its own reader judges rules: some that look wrong are rules, such as none at all
          shape: name === 'ruleSet' ? { kind: 'object', fields: [] } : shapeOf(document, part),
          required: names.has(name),
        })),
      };
    }
    case 'array':
      return { kind: 'list', of: shapeOf(document, schema.field('items')), max: maybeNumber(schema.field('maxItems')) };
    case 'integer':
      return { kind: 'whole', min: schema.field('minimum').number, max: schema.field('maximum').number };
    case 'boolean':
      return { kind: 'yes-no' };
    case 'string':
      return {
        kind: 'text',
        sort: sortOf(schema),
        min: maybeNumber(schema.field('minLength')) ?? 1,
        max: maybeNumber(schema.field('maxLength')),
      };
    default:
      throw new Error(`The documents name a type ${type}`);
  }
}

const SORTS: Readonly<Record<string, Sort>> = {
  '12.50': 'amount',
  '1.5': 'quantity',
  '0.5': 'share',
  '2025-07-01': 'day',
  '2025-07-01T09:30:00-04:00': 'instant',
  H000001: 'code',
};

const sortOf = (schema: Answer): Sort =>
  schema.field('format').value === 'password'
    ? 'password'
    : (SORTS[maybeText(schema.field('example')) ?? ''] ?? 'text');

const maybeText = ({ value }: Answer): string | undefined => (typeof value === 'string' ? value : undefined);
const maybeNumber = ({ value }: Answer): number | undefined => (typeof value === 'number' ? value : undefined);
