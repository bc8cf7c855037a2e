import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ServiceName } from '@ayni/contracts';

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
  description: 'refused: what is wrong, where, and what to do',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          pointer: { type: 'string' },
          errors: { type: 'array', items: { type: 'object' } },
          requestId: { type: 'string' },
        },
      },
    },
  },
};

/** The OpenAPI document of a service, with the headers that commands need and the shape of every refusal. */
export function describe(app: INestApplication, service: ServiceName): OpenAPIObject {
  const builder = new DocumentBuilder().setTitle(`Ayni ${service}`).setVersion('1').addBearerAuth();
  const document = SwaggerModule.createDocument(app, builder.addSecurityRequirements('bearer').build());
  for (const [path, { post, patch, get }] of Object.entries(document.paths)) {
    const isPublic = PUBLIC_POSTS.some((end) => path.endsWith(`/v1${end}`));
    for (const operation of [post, patch, get]) {
      if (!operation) continue;
      const headers = operation === get || isPublic ? [] : operation === patch ? [KEY, VERSION] : [KEY];
      Object.assign(operation, {
        parameters: [...(operation.parameters ?? []), ...headers],
        responses: { ...operation.responses, default: PROBLEM },
      });
    }
  }
  return document;
}
