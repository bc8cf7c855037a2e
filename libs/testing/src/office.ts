import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fieldOf } from '@ayni/kernel';

export type Received = { readonly path: string; readonly key: string; readonly token: string; readonly body: unknown };

/** What an office does with a request instead of taking it. */
export type Mood = 'take' | 'busy' | 'hang up' | 'take, then hang up' | 'sign in again' | 'refuse';

/**
 * A small HTTP server that speaks the API's manners: sign-in with short tokens, a command done once per key, and
 * now and then a bad day. It keeps what it took, but knows nothing of co-ops.
 */
export class Office {
  /** Every command that was done, once each. */
  readonly taken: Received[] = [];
  /** Every request but sign-ins, also those that were not done. */
  readonly seen: Received[] = [];
  signIns = 0;
  tokenMs = 60_000;
  /** Asked before each command; by default all are taken. */
  mood: (request: Received) => Mood = () => 'take';
  /** When somebody is to come again, in seconds, who came while it was busy. */
  comeAgainS = 0;
  /** Asked of each row of a command; a row is refused for the field that it answers, and a trial tells all of them. */
  wrong: (row: unknown) => string | undefined = () => undefined;
  /** The code that it refuses rows with. */
  faultCode = 'bad-field';
  /** Answers to GET, one after the other; the last one stays. */
  answers: unknown[] = [{}];

  readonly #answers = new Map<string, unknown>();
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response);
  });

  static async open(): Promise<Office> {
    const office = new Office();
    await new Promise<void>((resolve) => office.#server.listen(0, '127.0.0.1', resolve));
    return office;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Every row that was taken at `path`. */
  rows(path: string): unknown[] {
    return this.taken.flatMap((received) => (received.path === path ? rowsOf(received.body) : []));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const path = request.url ?? '';
    const send = (status: number, body: unknown): void => {
      if (status === 503) response.setHeader('retry-after', String(this.comeAgainS));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (path === '/api/members/v1/sessions') {
      this.signIns += 1;
      send(201, { token: `token ${this.signIns}`, expiresAt: new Date(Date.now() + this.tokenMs).toISOString() });
      return;
    }
    const received: Received = {
      path,
      key: String(request.headers['idempotency-key'] ?? ''),
      token: String(request.headers.authorization ?? ''),
      body: text === '' ? undefined : JSON.parse(text),
    };
    this.seen.push(received);
    if (request.method === 'GET') {
      send(200, this.answers.length > 1 ? this.answers.shift() : this.answers[0]);
      return;
    }
    const mood = this.mood(received);
    if (mood === 'busy') send(503, { code: 'not-ready', detail: 'The system is busy; try again.' });
    if (mood === 'sign in again') send(401, { code: 'bad-token', detail: 'Sign in again.' });
    if (mood === 'hang up') request.socket.destroy();
    if (mood === 'refuse') {
      send(409, { code: 'code-taken', detail: 'The code B exists with other contents.', pointer: '/rows/1/code' });
    }
    const faults = rowsOf(received.body).flatMap((row, index) => {
      const place = this.wrong(row);
      return place === undefined
        ? []
        : [{ code: this.faultCode, pointer: `/rows/${index}/${place}`, detail: 'Not so.' }];
    });
    if (path.endsWith('?trial=true')) {
      send(200, { faults });
      return;
    }
    if (faults[0]) {
      send(400, faults[0]);
      return;
    }
    if (mood !== 'take' && mood !== 'take, then hang up') return;
    if (!this.#answers.has(received.key)) {
      this.taken.push(received);
      const count = rowsOf(received.body).length;
      this.#answers.set(received.key, {
        command: { id: `c${this.taken.length}`, events: { 'ayni.test.done.v1': count } },
      });
    }
    if (mood === 'take, then hang up') request.socket.destroy();
    else send(201, this.#answers.get(received.key));
  }
}

const rowsOf = (body: unknown): unknown[] => {
  const rows = fieldOf(body, 'rows');
  return Array.isArray(rows) ? rows : [];
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
