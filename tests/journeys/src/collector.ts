import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { Answer } from '@ayni/api-client/answer';

/** A step of a trace, as it was reported. */
export type Span = {
  readonly service: string;
  readonly name: string;
  readonly trace: string;
  readonly id: string;
  readonly parent: string;
};

/** A collector of OpenTelemetry that keeps what systems report to it (OTLP over HTTP, in JSON). */
export class Collector {
  readonly spans: Span[] = [];

  private constructor(private readonly server: Server) {}

  static open(): Promise<Collector> {
    const server = createServer((request, response) => {
      json(request).then(
        (body) => {
          collector.take(new Answer(body, 'spans'));
          response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
        },
        () => response.writeHead(400).end(),
      );
    });
    const collector = new Collector(server);
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(collector)));
  }

  get url(): string {
    const address = this.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The collector is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private take(body: Answer): void {
    for (const resource of body.field('resourceSpans').list) {
      const attributes = resource.field('resource').field('attributes').list;
      const named = attributes.find((attribute) => attribute.field('key').text === 'service.name');
      const service = named?.field('value').field('stringValue').text ?? '';
      for (const scope of resource.field('scopeSpans').list)
        for (const span of scope.field('spans').list) {
          const parent = span.field('parentSpanId').value;
          this.spans.push({
            service,
            name: span.field('name').text,
            trace: span.field('traceId').text,
            id: span.field('spanId').text,
            parent: typeof parent === 'string' ? parent : '',
          });
        }
    }
  }
}
