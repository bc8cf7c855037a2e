import { SERVICES, type ServiceName } from '@ayni/contracts';
import { catalogue, fieldOf, jsonOf } from '@ayni/kernel';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Route } from '../routes.js';
import type { Heard } from './wire.js';

const PROBLEM = 'application/problem+json';

/** What the documents of a running system promise of its answers, and whether one is as they say. */
export class Documents {
  private readonly ajv = new Ajv({ strict: false, validateFormats: false });
  private readonly checks = new Map<string, ValidateFunction>();

  private constructor(private readonly documents: ReadonlyMap<ServiceName, unknown>) {
    for (const [service, document] of documents) {
      const schema = asJsonSchema(document);
      if (typeof schema !== 'object' || schema === null) throw new Error(`${service} has no documents`);
      this.ajv.addSchema({ ...schema, $id: addressOf(service) });
    }
  }

  static async of(url: string): Promise<Documents> {
    const documents = new Map<ServiceName, unknown>();
    for (const service of SERVICES) documents.set(service, await (await fetch(`${url}/docs/${service}.json`)).json());
    return new Documents(documents);
  }

  /** What is wrong with an answer of a route; nothing, where it is one that the documents name. */
  faultOfRoute(route: Route, heard: Heard): string | undefined {
    const wrong = faultOf(heard);
    if (wrong !== undefined) return wrong;
    const { status, body } = heard;
    const service = serviceOf(route.path);
    if (service === undefined) return undefined;
    const type = typeOf(heard);
    const operation = ['paths', route.path, route.method.toLowerCase()];
    const place = [...operation, 'responses', String(status), 'content', type, 'schema'];
    const schema = at(this.documents.get(service), place);
    // who asks under a condition of HTTP's own may be told that nothing is new
    if (status === 304) return undefined;
    if (schema === undefined) return `${status} ${type}${codeOf(heard)}: the documents do not name it`;
    if (!type.endsWith('json')) return undefined;
    const check = this.checkOf(`${addressOf(service)}#/${place.map(escaped).join('/')}`);
    if (check(jsonOf(body.toString()))) return undefined;
    const [error] = check.errors ?? [];
    return `${status}${codeOf(heard)}: ${error?.instancePath ?? ''} ${error?.message ?? ''}`;
  }

  private checkOf(address: string): ValidateFunction {
    const check = this.checks.get(address) ?? this.ajv.compile({ $ref: address });
    this.checks.set(address, check);
    return check;
  }
}

/** What is wrong with an answer, whoever asked what; nothing, where it is one that may be. */
export function faultOf(heard: Heard, method = ''): string | undefined {
  const { status, headers, body } = heard;
  const text = body.toString();
  if (/\bat .*\.[jt]s:|node_modules|SELECT |INSERT /.test(text) && typeOf(heard).endsWith('json'))
    return `${status}: it shows our code`;
  if (status === 503) return headers.has('retry-after') ? undefined : '503 without Retry-After';
  if (status < 200 || status >= 500) return `${status}${codeOf(heard)}`;
  if (status < 400 || method === 'HEAD') return undefined;
  if (typeOf(heard) !== PROBLEM) return `${status} ${typeOf(heard)}: it is no ${PROBLEM}`;
  const problem = jsonOf(text);
  const code = fieldOf(problem, 'code');
  const isOurs = typeof code === 'string' && Object.hasOwn(catalogue, code) && fieldOf(problem, 'status') === status;
  return isOurs && typeof fieldOf(problem, 'detail') === 'string'
    ? undefined
    : `${status}${codeOf(heard)}: no problem of the catalogue`;
}

/** The service that a path names. */
export const serviceOf = (path: string): ServiceName | undefined =>
  SERVICES.find((name) => path.startsWith(`/api/${name}/`));

const typeOf = ({ headers }: Heard): string => (headers.get('content-type') ?? 'no type').replace(/;.*$/, '');

/** The code of a refusal, to be shown after its status. */
function codeOf(heard: Heard): string {
  const code = typeOf(heard).endsWith('json') ? fieldOf(jsonOf(heard.body.toString()), 'code') : undefined;
  return typeof code === 'string' ? ` ${code}` : '';
}

const addressOf = (service: ServiceName): string => `https://documents.test/${service}`;

const escaped = (word: string): string => encodeURIComponent(word.replaceAll('~', '~0').replaceAll('/', '~1'));

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((part: unknown, name) => fieldOf(part, name), value);

/** OpenAPI 3.0 says beside a type that something may be null, JSON Schema as one of its types. */
function asJsonSchema(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(asJsonSchema);
  if (typeof part !== 'object' || part === null) return part;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, asJsonSchema(value)]),
  );
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}
