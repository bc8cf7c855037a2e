import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ServiceName } from '@ayni/contracts';
import { REFUSES } from '@ayni/http/operations';
import { statusOfKind } from '@ayni/http/problem.filter';
import { catalogue, fieldOf, wordFor, type RefusalCode } from '@ayni/kernel';
import { describeInBoth, inBoth, summaryOf } from './described/in-both.js';
import { refusalsOf } from './refusals-of.js';

const PUBLIC_POSTS = [
  '/setup',
  '/sessions',
  '/sessions/program',
  '/sessions/browser',
  '/sessions/browser/renewal',
  '/sessions/browser/ending',
];

const header = (name: string, description: string): object => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const KEY = header('Idempotency-Key', 'made by the client; the same request under the same key is done once');
const VERSION = header('If-Match', 'the version that was read');
const PROBLEM = {
  type: 'object',
  description: 'RFC 9457; in Spanish, or in English where Accept-Language asks for it',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'stable: what programs go by' },
    detail: { type: 'string', description: 'what is wrong, and what to do' },
    pointer: { type: 'string', description: 'where in the body, as a JSON pointer' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'pointer', 'detail'],
        properties: { code: { type: 'string' }, pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    requestId: { type: 'string' },
  },
};
const SCHEMA = { $ref: '#/components/schemas/Problem' };

/** The refusals of one status, with the codes that can come. */
const refused = (codes: readonly RefusalCode[]): object => ({
  description: codes.join(', '),
  content: {
    'application/problem+json': {
      schema: { allOf: [SCHEMA, { type: 'object', properties: { code: { type: 'string', enum: codes } } }] },
    },
  },
});

/** By status, in the order of the catalogue. */
function responsesOf(codes: readonly RefusalCode[]): Record<string, object> {
  const byStatus = new Map<string, RefusalCode[]>();
  for (const code of REFUSAL_CODES.filter((one) => codes.includes(one))) {
    const status =
      code === 'internal' ? '500' : code === 'body-too-large' ? '413' : `${statusOfKind(catalogue[code].kind)}`;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, named]) => [status, refused(named)]));
}

/** A parameter is left out, or it is a text. */
function withoutNull(parameter: object): void {
  const schema = fieldOf(parameter, 'schema');
  if (typeof schema === 'object' && schema !== null) Reflect.deleteProperty(schema, 'nullable');
}

/** The OpenAPI document of a service, with the headers that commands need and the shape of every refusal. */
export function describe(app: INestApplication, service: ServiceName): OpenAPIObject {
  const builder = new DocumentBuilder().setTitle(`Ayni ${service}`).setVersion('1').addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.addSecurityRequirements('bearer').build());
  for (const [path, { post, patch, get }] of Object.entries(document.paths)) {
    const isPublic = PUBLIC_POSTS.some((end) => path.endsWith(`/v1${end}`));
    for (const operation of [post, patch, get]) {
      if (!operation) continue;
      const verb = operation === get ? 'get' : operation === patch ? 'patch' : 'post';
      const own: unknown = Reflect.get(operation, REFUSES);
      Reflect.deleteProperty(operation, REFUSES);
      for (const parameter of operation.parameters ?? []) withoutNull(parameter);
      const codes = [
        ...refusalsOf(document, operation, { verb, isPublic }),
        ...(Array.isArray(own) ? own.filter(isCode) : []),
      ];
      const headers = operation === get || isPublic ? [] : operation === patch ? [KEY, VERSION] : [KEY];
      Object.assign(operation, {
        parameters: [...(operation.parameters ?? []), ...headers],
        summary: operation.summary || summaryOf(operation.operationId ?? ''),
        responses: {
          ...operation.responses,
          ...responsesOf(codes),
          default: { description: 'refused', content: { 'application/problem+json': { schema: SCHEMA } } },
        },
      });
    }
  }
  sayInBoth(document);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: structuredClone(PROBLEM) },
  };
  describeInBoth(document);
  return document;
}

/** Fields keep their English names; beside what is said of each stands what people call it, in both languages. */
function sayInBoth({ components, paths }: OpenAPIObject): void {
  for (const schema of Object.values(components?.schemas ?? {}))
    if ('properties' in schema)
      for (const [name, described] of Object.entries(schema.properties ?? {})) sayOf(name, described);
  for (const { get, post, patch } of Object.values(paths))
    for (const parameter of [get, post, patch].flatMap((operation) => operation?.parameters ?? []))
      if ('name' in parameter) sayOf(parameter.name, parameter);
}

function sayOf(name: string, described: object): void {
  const [es, en] = [wordFor('field', name, 'es'), wordFor('field', name, 'en')];
  if (es === undefined || en === undefined || Object.hasOwn(described, '$ref')) return;
  const more = fieldOf(described, 'description');
  const words = es === en ? es : `${es} · ${en}`;
  Reflect.set(described, 'description', typeof more === 'string' ? `${words}: ${inBoth(more)}` : words);
}

const REFUSAL_CODES = Object.keys(catalogue).filter(isCode);

function isCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(catalogue, code);
}
