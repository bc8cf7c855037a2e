import { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { Door, isFromHere, refuse, refuseUnknown, reply, showsToken } from '@ayni/http/door/door';
import type { EdgeOptions } from '@ayni/service-kit/edge';
import { Pages } from '@ayni/http/door/pages';
import { pathOf } from '@ayni/http/door/path-of';
import { createProxyServer } from 'httpxy';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { mergeMetrics } from './merge-metrics.js';

/** Longer than anybody may wait for a command; a service that is silent for so long is hung. */
const PATIENCE_MS = 60_000;
/** A connection to a service that nobody uses is ended by us first: the services hold theirs longer. */
const IDLE_MS = 20_000;
/** Whoever asks for all of them waits for the slowest; Prometheus, ten seconds. */
const ASK_MS = 5_000;
const RETRY_AFTER_S = '1';

/** Where the services are to be found now; undefined while one is away. */
export type Addresses = (service: ServiceName) => string | undefined;

/**
 * The one address in front: hands requests on to the service that they are for, and answers itself what is about all
 * of them. A service that is away is answered for: 503, and when to come again.
 */
export class Front {
  private readonly door: Door;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: IDLE_MS });
  private readonly proxy = createProxyServer({ agent: this.agent, proxyTimeout: PATIENCE_MS, xfwd: true });
  private readonly pages = Pages.built();
  private readonly own = new Registry();
  private readonly metricsToken: string | undefined;

  constructor(
    private readonly addressOf: Addresses,
    { metricsToken, ...door }: EdgeOptions = {},
  ) {
    this.door = new Door((request, response) => this.receive(request, response), door);
    this.metricsToken = metricsToken;
    collectDefaultMetrics({ register: this.own });
    this.proxy.on('error', (_error, request, response) => {
      if (request && response && 'headersSent' in response) this.excuse(request, response);
    });
    this.proxy.on('proxyRes', (answer) => {
      // how long the service keeps its connection to us is nothing to the client
      delete answer.headers['keep-alive'];
      // a client that goes on asking over its open connection would keep the server from ever closing
      if (this.door.isLeaving) answer.headers.connection = 'close';
    });
  }

  /** @returns the port that it listens on */
  listen(port: number, host: string): Promise<number> {
    return this.door.listen(port, host);
  }

  /** No longer ready, takes no new connections, and returns when the last answer has gone. */
  async close(): Promise<void> {
    await this.door.close();
    this.agent.destroy();
  }

  /** Ends what is still open. */
  drop(): void {
    this.door.drop();
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/';
    const service = url.startsWith('/api/') ? serviceOf(url.slice(5, url.indexOf('/', 5))) : undefined;
    if (service) this.pass(this.addressOf(service), request, response);
    else if (this.pages?.isFor(request)) this.pages.answer(request, response, () => refuseUnknown(request, response));
    else
      this.answer(request, response).catch(() => {
        if (!response.headersSent) this.excuse(request, response);
      });
  }

  private pass(target: string | undefined, request: IncomingMessage, response: ServerResponse): void {
    if (target === undefined) this.excuse(request, response);
    else this.proxy.web(request, response, { target }).catch(() => this.excuse(request, response));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pathname = pathOf(request);
    const described = serviceOf(/^\/docs\/(.+)\.json$/.exec(pathname)?.[1]);
    const measured = serviceOf(/^\/metrics\/(.+)$/.exec(pathname)?.[1]);
    if (pathname === '/health/live') reply(response, 200, 'application/json', '{"status":"live"}');
    else if (pathname === '/health/ready') await this.answerReady(response);
    else if ((pathname === '/metrics' || measured) && !this.mayMeasure(request))
      refuse(request, response, 403, 'for-operator');
    else if (pathname === '/metrics') reply(response, 200, this.own.contentType, await this.measure());
    else if (measured) await this.answerMeasured(measured, request, response);
    else if (described) this.pass(this.addressOf(described), request, response);
    else if (pathname === '/' || /^\/(?:docs|schemas)(?:\/|$)/.test(pathname))
      this.pass(this.anyAddress(), request, response);
    else refuseUnknown(request, response);
  }

  private mayMeasure(request: IncomingMessage): boolean {
    return isFromHere(request) || showsToken(request, this.metricsToken);
  }

  /** Asked by ourselves: a service shows its metrics to its own machine. */
  private async answerMeasured(
    service: ServiceName,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const page = await this.ask(service, '/metrics');
    if (page === undefined) this.excuse(request, response);
    else reply(response, 200, this.own.contentType, page);
  }

  private anyAddress(): string | undefined {
    return SERVICES.map((name) => this.addressOf(name)).find((url) => url !== undefined);
  }

  private async answerReady(response: ServerResponse): Promise<void> {
    const states = await Promise.all(
      SERVICES.map(async (name) => [name, (await this.ask(name, '/health/ready')) !== undefined] as const),
    );
    const ready = !this.door.isLeaving && states.every(([, up]) => up);
    const body = JSON.stringify({ ready, services: Object.fromEntries(states) });
    reply(response, ready ? 200 : 503, 'application/json', body);
  }

  /** Those of all services that answer, told apart by a label, and without one those of this process. */
  private async measure(): Promise<string> {
    const pages = await Promise.all(SERVICES.map((name) => this.ask(name, '/metrics')));
    return mergeMetrics([await this.own.metrics(), ...pages.filter((page) => page !== undefined)]);
  }

  private async ask(service: ServiceName, path: string): Promise<string | undefined> {
    const address = this.addressOf(service);
    if (address === undefined) return undefined;
    try {
      const answer = await fetch(`${address}${path}`, { signal: AbortSignal.timeout(ASK_MS) });
      const text = await answer.text();
      return answer.ok ? text : undefined;
    } catch {
      return undefined;
    }
  }

  /** The service is away: whether it did what it was asked shows when the same is asked again under the same key. */
  private excuse(request: IncomingMessage, response: ServerResponse): void {
    if (response.headersSent) response.destroy();
    else {
      response.setHeader('Retry-After', RETRY_AFTER_S);
      refuse(request, response, 503, 'not-ready');
    }
  }
}

const serviceOf = (name: string | undefined): ServiceName | undefined => SERVICES.find((known) => known === name);
