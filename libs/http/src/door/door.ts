import { hash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { fieldOf, refusalText, type Language, type RefusalCode } from '@ayni/kernel';
import type { DiskRoom } from './disk-room.js';
import type { Hosts } from './hosts.js';
import { languageAskedBy } from './language.js';
import { pathOf } from './path-of.js';
import { requestIdOf } from './request-id.js';
import { ServedRequest, ServedResponse } from './served.js';

const SWEEP_MS = 50;
/** A disk does not empty itself in a second. */
const DISK_RETRY_S = '60';
const HANDSHAKE_MS = 15_000;
/** How long a door waits, in milliseconds. */
const TIMES = {
  /** Until a request is there with its body, and until its head is. */
  whole: 60_000,
  head: 15_000,
  /** How often it looks for those that take longer. */
  check: 5_000,
  /** Longer than clients and proxies keep a connection that nobody uses: else a request meets one that is just being closed. */
  idle: 75_000,
  /** For the rest of a body that was answered before it had come: who sends on has time to read the answer. */
  rest: 2_000,
};
const PROBLEM = 'application/problem+json';

export type DoorOptions = {
  /** Where what requests write has to find room; they are refused while it has none. */
  readonly room?: DiskRoom;
  /** The names by which it may be asked; any where left out. */
  readonly hosts?: Hosts;
};

/** A key and the certificate of it, in PEM. */
export type Credentials = { readonly key: string; readonly cert: string };

/** Where a door listens over TLS. */
export type SecureListener = {
  readonly port: number;
  /** Shows another certificate from the next handshake on. */
  renew(credentials: Credentials): void;
  /** Listens there no longer, and ends what was still open. */
  close(): void;
};

/** An HTTP server that ends in order, and what every answer of ours has alike. */
export class Door {
  private readonly servers = new Set<Server>();
  /** The last answer over each connection. */
  private readonly answers = new WeakMap<Duplex, ServerResponse>();
  private leaving = false;

  constructor(
    private readonly receive: (request: ServedRequest, response: ServedResponse) => void,
    private readonly options: DoorOptions = {},
    private readonly times = TIMES,
  ) {}

  /** Whether the door is closing, or closed. */
  get isLeaving(): boolean {
    return this.leaving;
  }

  /** @returns the port that it listens on */
  listen(port: number, host: string): Promise<number> {
    return this.open(createServer(this.settings), port, host);
  }

  /** Listens at another address, over TLS 1.2 or later. */
  async listenSecurely(port: number, host: string, credentials: Credentials): Promise<SecureListener> {
    const secured = { ...credentials, minVersion: 'TLSv1.2', handshakeTimeout: HANDSHAKE_MS } as const;
    const server = createSecureServer({ ...this.settings, ...secured });
    return {
      port: await this.open(server, port, host),
      renew: ({ key, cert }) => server.setSecureContext({ key, cert, minVersion: secured.minVersion }),
      close: () => {
        this.servers.delete(server);
        server.close();
        server.closeAllConnections();
      },
    };
  }

  /** Takes no new connections, and returns when the last answer has gone. */
  async close(): Promise<void> {
    this.leaving = true;
    const servers = [...this.servers];
    // a connection whose last answer was under way when we began to close would be kept for the next request
    const sweep = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), SWEEP_MS);
    await Promise.all(servers.map((server) => closed(server)));
    clearInterval(sweep);
  }

  /** Ends what is still open. */
  drop(): void {
    for (const server of this.servers) server.closeAllConnections();
  }

  private get settings(): ServerOptions<typeof ServedRequest, typeof ServedResponse> {
    const { whole, head, check, idle } = this.times;
    return {
      IncomingMessage: ServedRequest,
      ServerResponse: ServedResponse,
      // who names no host is refused by us, in the form of all refusals
      requireHostHeader: false,
      requestTimeout: whole,
      headersTimeout: head,
      connectionsCheckingInterval: check,
      keepAliveTimeout: idle,
    };
  }

  private open(
    server: Server<typeof ServedRequest, typeof ServedResponse>,
    port: number,
    host: string,
  ): Promise<number> {
    server.on('request', (request, response) => this.answer(request, response));
    // what is more than we promise is let go by (RFC 9110, 10.1.1)
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
    server.on('clientError', (error, socket) => {
      const answer = this.answers.get(socket);
      // an answer that is under way is not broken into, and after the last one of a connection there is none; what was
      // answered before it had come is answered once
      const isOver = answer?.writableFinished === true && answer.shouldKeepAlive && answer.req.complete;
      const isLast = answer?.headersSent === true && !isOver;
      if (!socket.writable || isLast) socket.destroy();
      else refuseUnreadable(error, socket);
    });
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        this.servers.add(server);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  private answer(request: ServedRequest, response: ServedResponse): void {
    const { room, hosts } = this.options;
    this.answers.set(request.socket, response);
    response.once('finish', () => this.endWithoutRest(request));
    response.setHeader('X-Request-Id', requestIdOf(request));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    // a client that goes on asking over its open connection would keep the server from ever closing
    if (this.leaving) response.setHeader('Connection', 'close');
    if (hosts?.answersTo(request) === false) {
      refuse(request, response, 400, 'bad-host');
      return;
    }
    const hasRoom = room?.has(request) ?? true;
    // no turn of the event loop is spent where the answer is known
    if (hasRoom === true) this.receive(request, response);
    else
      void Promise.resolve(hasRoom).then((has) => {
        if (has) this.receive(request, response);
        else refuseForDisk(request, response);
      });
  }

  /** Ends a connection over which somebody goes on sending what is answered already. */
  private endWithoutRest(request: IncomingMessage): void {
    if (request.complete) return;
    const late = setTimeout(() => request.socket.destroy(), this.times.rest).unref();
    request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
  }
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** As much of a path as an answer repeats. */
export const shown = (path: string): string => path.slice(0, 64).replace(/[^\x20-\x7e]/g, '');

export function reply(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'Content-Type': type }).end(body);
}

/** Refuses what asks for an address at which there is nothing. */
export const refuseUnknown = (request: IncomingMessage, response: ServerResponse): void =>
  refuse(request, response, 404, 'not-found', { what: shown(pathOf(request)), code: '' });

function refuseForDisk(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Retry-After', DISK_RETRY_S);
  refuse(request, response, 503, 'disk-full');
}

/** Answers bytes that are no request of HTTP, or do not come to an end. */
function refuseUnreadable(error: Error, socket: Duplex): void {
  const detail = fieldOf(error, 'code') === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'cut-short' : 'unreadable';
  const body = problemOf(400, 'bad-request', 'es', { detail }, uuidv7());
  const head = ['HTTP/1.1 400 Bad Request', `Content-Type: ${PROBLEM}`, `Content-Length: ${Buffer.byteLength(body)}`];
  socket.end([...head, 'X-Content-Type-Options: nosniff', 'Connection: close', '', body].join('\r\n'));
}

/** Answers for what is in no service's hands, in the form that all refusals have (RFC 9457). */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: RefusalCode,
  values: Readonly<Record<string, string>> = {},
): void {
  if (status === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', '1');
  reply(response, status, PROBLEM, problemOf(status, code, languageAskedBy(request), values, requestIdOf(request)));
}

function problemOf(
  status: number,
  code: RefusalCode,
  language: Language,
  values: Readonly<Record<string, string>>,
  requestId: string,
): string {
  const detail = refusalText(code, language, values);
  return JSON.stringify({ type: `/problems/${code}`, title: code, status, code, detail, requestId });
}

/** What proxies add to what they hand on. */
const OF_PROXIES = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/**
 * Whether a request comes from this machine itself, not through a proxy on it: what is the operator's alone is shown to
 * such requests.
 */
export function isFromHere({ socket: { remoteAddress = '' }, headers }: IncomingMessage): boolean {
  const plain = remoteAddress.replace(/^::ffff:/, '');
  return (plain.startsWith('127.') || plain === '::1') && !OF_PROXIES.some((name) => name in headers);
}

/** Headers of the pages that describe the API: nothing of others runs in them, and they stand in no other page. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
} as const;

export function withPageHeaders(response: ServerResponse): ServerResponse {
  for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
  return response;
}

/** Whether a request shows a token; none where there is none to show. */
export function showsToken({ headers: { authorization = '' } }: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return false;
  const [shown, expected] = [authorization, `Bearer ${token}`].map((text) => hash('sha256', text, 'buffer'));
  return shown !== undefined && expected !== undefined && timingSafeEqual(shown, expected);
}
