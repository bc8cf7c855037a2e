import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { schemaPath, schemas, SERVICES } from '@ayni/contracts';
import { caseSchema, outcomeSchema, type JsonSchema } from '@ayni/distribution';
import { fieldOf } from '@ayni/kernel';
import type { Logger } from 'pino';
import { AggregatorRegistry, collectDefaultMetrics, Registry } from 'prom-client';
import { isTransient } from '@ayni/database/transient';
import {
  Door,
  isFromHere,
  refuse,
  refuseUnknown,
  reply,
  showsToken,
  withPageHeaders,
  type Credentials,
  type DoorOptions,
  type SecureListener,
} from '@ayni/http/door/door';
import { Pages } from '@ayni/http/door/pages';
import { pathOf } from '@ayni/http/door/path-of';
import type { ServedRequest, ServedResponse } from '@ayni/http/door/served';
import { requestIdOf } from '@ayni/http/door/request-id';
import { inRequestSpan } from './tracing/request-span.js';
import type { RunningService } from './service.js';

const DOCS_FILES: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['swagger-ui-standalone-preset.js', 'text/javascript; charset=utf-8'],
]);
const docsFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

export type EdgeOptions = DoorOptions & {
  /** Who shows it reads the metrics from elsewhere. */
  readonly metricsToken?: string | undefined;
  /** Answers what is of the form that it runs in, and of no service. @returns whether that was asked for */
  readonly ofForm?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
};

/** The documents that somebody else can work a season out by. */
const DOCUMENTS: ReadonlyMap<string, JsonSchema> = new Map([
  ['case.v1', caseSchema],
  ['outcome.v1', outcomeSchema],
]);

/** The words in which schemas are written. */
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Every event's type and every document, and where its schema is. */
const SCHEMA_INDEX = JSON.stringify({
  schemas: [...schemas.keys()].toSorted().map((type) => ({ type, schema: schemaPath(type) })),
  documents: [...DOCUMENTS.keys()].map((document) => ({ document, schema: schemaPath(document) })),
});

/** One HTTP server for the services of a process: their APIs, health, metrics, schemas and docs. */
export class Edge {
  private readonly door: Door;
  private readonly services: ReadonlyMap<string, RunningService>;
  private readonly pages = Pages.built();
  private readonly process = new Registry();
  private readonly metricsToken: string | undefined;
  private readonly ofForm: EdgeOptions['ofForm'];

  constructor(
    services: readonly RunningService[],
    private readonly logger: Logger,
    { metricsToken, ofForm, ...door }: EdgeOptions = {},
  ) {
    this.door = new Door((request, response) => this.receive(request, response), door);
    this.metricsToken = metricsToken;
    this.ofForm = ofForm;
    this.services = new Map(services.map((service) => [service.name, service]));
    // a process of one service says so; where one has them all, its memory is nobody's own
    const [first] = services;
    if (first && services.length === 1) this.process.setDefaultLabels({ service: first.name });
    collectDefaultMetrics({ register: this.process });
  }

  /** @returns the port that it listens on */
  listen(port: number, host: string): Promise<number> {
    return this.door.listen(port, host);
  }

  /** Listens at another address too, over TLS. */
  listenSecurely(port: number, host: string, credentials: Credentials): Promise<SecureListener> {
    return this.door.listenSecurely(port, host, credentials);
  }

  /** No longer ready, takes no new connections, and returns when the last answer has gone. */
  close(): Promise<void> {
    for (const service of this.services.values()) service.leave();
    return this.door.close();
  }

  private receive(request: ServedRequest, response: ServedResponse): void {
    const service = this.serviceOf(request.url ?? '');
    if (service && service.part !== 'worker') this.pass(service, request, response);
    else if (this.ofForm?.(request, response)) return;
    else if (this.pages?.isFor(request)) this.pages.answer(request, response, () => refuseUnknown(request, response));
    else
      this.answer(request, response).catch((error: unknown) => {
        this.logger.error({ err: error, requestId: requestIdOf(request) }, 'the edge failed');
        if (response.headersSent) response.destroy();
        else if (isTransient(error)) refuse(request, response, 503, 'not-ready');
        else refuse(request, response, 500, 'internal');
      });
  }

  private serviceOf(url: string): RunningService | undefined {
    const [, name = ''] = /^\/api\/([a-z-]+)\/v1\//.exec(url) ?? [];
    return this.services.get(name);
  }

  private pass(service: RunningService, request: ServedRequest, response: ServedResponse): void {
    const began = performance.now();
    response.once('finish', () => {
      const seconds = (performance.now() - began) / 1000;
      const route = routeOf(request);
      const status = String(response.statusCode);
      // how long somebody follows events says nothing of how fast she is answered
      if (!isStream(response))
        service.metrics.requests.observe({ method: request.method ?? '', route, status }, seconds);
      if (this.logger.isLevelEnabled('info'))
        void this.note(service, request, { route, status, ms: Math.round(seconds * 1000) });
    });
    inRequestSpan(request, response, routeOf, () => service.handle(request, response));
  }

  private async note(service: RunningService, request: IncomingMessage, answered: object): Promise<void> {
    const sender = await service.sender(request);
    const told = { requestId: requestIdOf(request), method: request.method, ...answered };
    this.logger.info({ service: service.name, ...sender, ...told }, 'answered');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = pathOf(request);
    const file = DOCS_FILES.get(pathname.slice('/docs/'.length));
    const described = pathname.slice('/schemas/'.length, -'.json'.length);
    const schema = DOCUMENTS.get(described) ?? schemas.get(described);
    const service = this.services.get(pathname.slice('/docs/'.length, -'.json'.length));
    if (pathname === '/health/live') reply(response, 200, 'application/json', '{"status":"live"}');
    else if (pathname === '/health/ready') await this.answerReady(response);
    else if (pathname === '/metrics' && !this.mayMeasure(request)) refuse(request, response, 403, 'for-operator');
    else if (pathname === '/metrics') reply(response, 200, this.process.contentType, await this.measure());
    else if (pathname === '/docs' || pathname === '/')
      reply(withPageHeaders(response), 200, 'text/html; charset=utf-8', this.docsPage());
    else if (pathname === '/docs/start.js') reply(response, 200, 'text/javascript; charset=utf-8', this.docsStart());
    else if (pathname.startsWith('/docs/') && file)
      reply(response, 200, file, await readFile(join(docsFolder, pathname.slice(6))));
    else if (pathname.startsWith('/docs/') && service)
      reply(response, 200, 'application/json', JSON.stringify(service.describe()));
    else if (pathname === '/schemas') reply(response, 200, 'application/json', SCHEMA_INDEX);
    else if (pathname.startsWith('/schemas/') && schema)
      reply(response, 200, 'application/schema+json', JSON.stringify({ $schema: DIALECT, ...schema }));
    else refuseUnknown(request, response);
  }

  private mayMeasure(request: IncomingMessage): boolean {
    return isFromHere(request) || showsToken(request, this.metricsToken);
  }

  private async answerReady(response: ServerResponse): Promise<void> {
    const states = await Promise.all(
      [...this.services.values()].map(async (service) => [service.name, await service.isReady()] as const),
    );
    const ready = !this.door.isLeaving && states.every(([, up]) => up);
    reply(
      response,
      ready ? 200 : 503,
      'application/json',
      JSON.stringify({ ready, services: Object.fromEntries(states) }),
    );
  }

  /** The services name their metrics alike and tell them apart by a label; `Registry.merge` takes each name once. */
  private async measure(): Promise<string> {
    const all = [...this.services.values()].map(({ metrics }) => metrics.registry.getMetricsAsJSON());
    const merged = AggregatorRegistry.aggregate(await Promise.all(all));
    return `${await this.process.metrics()}\n${await merged.metrics()}`;
  }

  private docsPage(): string {
    return `<!doctype html><html lang="es"><meta charset="utf-8"><title>Ayni API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css"><div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/swagger-ui-standalone-preset.js"></script>
<script src="/docs/start.js"></script></html>`;
  }

  private docsStart(): string {
    // all of them: where each is a process of its own, people still have one address in front
    const urls = SERVICES.map((name) => ({ name, url: `/docs/${name}.json` }));
    return `SwaggerUIBundle({ dom_id: '#docs', urls: ${JSON.stringify(urls)}, layout: 'StandaloneLayout',
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset] });`;
  }
}

const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

/** The pattern that Express matched; the path itself would make a metric of every code. */
function routeOf(request: IncomingMessage): string {
  const path = fieldOf(fieldOf(request, 'route'), 'path');
  return typeof path === 'string' ? path : 'unknown';
}
