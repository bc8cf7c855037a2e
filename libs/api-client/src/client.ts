import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jsonOf } from '@ayni/kernel';
import { Answer } from './answer.js';
import { ApiProblem } from './problem.js';

/** The services that a client may have to wait for. */
export type ServiceName = 'members' | 'production' | 'inventory' | 'sales' | 'profit-sharing';

/** A command that the system took, and how many events of each type it wrote. */
export type Command = { readonly id: string; readonly events: ReadonlyMap<string, number> };

export type SignIn = { readonly coop: string; readonly user: string; readonly password: string };

/** The key that a president made for a program. */
export type ApiKey = { readonly key: string };

type Token = { readonly text: string; readonly renewAt: number };

const REQUEST_MS = 120_000;
/** So long a system may be away (a restart, say), from when that was seen first, before a request is given up. */
const AWAY_MS = 60_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/** A token is renewed when this share of its life is over. */
const TOKEN_SHARE = 0.8;
const WAIT_S = 30;
/** So long a service may make no progress with a command's events before waiting for it is given up. */
const STILL_MS = 120_000;

/**
 * One signed-in user of the API, or a program with a key. Every command carries an Idempotency-Key that follows from its route and body, so
 * that a request may be sent again after a lost connection, and a folder may be loaded again, without doing it twice.
 */
export class Client {
  #token: Promise<Token> | undefined;

  constructor(
    private readonly url: string,
    private readonly signIn: SignIn | ApiKey,
    private readonly signal?: AbortSignal,
  ) {}

  /** Makes the first co-op and its first user with the code that a new system prints, and signs her in. */
  static async setUp(
    url: string,
    setupCode: string,
    coop: { readonly code: string; readonly name: string; readonly currency: string; readonly timezone: string },
    user: { readonly name: string; readonly password: string },
    signal?: AbortSignal,
  ): Promise<Client> {
    const client = new Client(url, { coop: coop.code, user: user.name, password: user.password }, signal);
    await client.#send('POST', '/api/members/v1/setup', { setupCode, coop, user }, undefined);
    return client;
  }

  /** The same system as seen by another user of the co-op. @throws where a program asks: it knows of no co-op */
  as(user: string, password: string): Client {
    if ('key' in this.signIn) throw new Error('a program with a key stands for nobody else');
    return new Client(this.url, { coop: this.signIn.coop, user, password }, this.signal);
  }

  /**
   * The same system as seen by a user who was just named: she chooses `password` in the place of the one that she was
   * given. Where she has chosen it before, nothing is done.
   */
  async takingUp(user: string, given: string, password: string): Promise<Client> {
    const own = this.as(user, password);
    try {
      await own.#freshToken();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      await this.as(user, given).post('/api/members/v1/password', { current: given, password });
    }
    return own;
  }

  get(path: string): Promise<Answer> {
    return this.#signedIn('GET', path, undefined);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.#signedIn('POST', path, body);
  }

  /** Brings a file as it is. */
  bring(path: string, content: Uint8Array): Promise<Answer> {
    return this.#signedIn('POST', path, content);
  }

  /** Posts a command and gives what is needed to wait for its effect elsewhere. */
  async command(path: string, body: unknown): Promise<Command> {
    return commandOf(await this.post(path, body));
  }

  /** Waits until `service` has applied every event of `command` that it listens to. */
  async settled({ id, events }: Command, service: ServiceName): Promise<void> {
    if (events.size === 0) return;
    const counts = [...events].map(([type, count]) => `${type}:${count}`).join(',');
    const path = `/api/${service}/v1/commands/${id}?events=${encodeURIComponent(counts)}&wait=${WAIT_S}`;
    let still = Date.now();
    let before = -1;
    for (;;) {
      const answer = await this.get(path);
      const parked = answer.field('parked').number;
      if (parked > 0)
        throw new Error(`${service} could not apply ${parked} events of a command; see its parked events`);
      if (answer.field('settled').flag) return;
      const applied = answer.field('applied').number;
      if (applied !== before) still = Date.now();
      if (Date.now() - still > STILL_MS) throw new Error(`${service} applies nothing more of command ${id}`);
      before = applied;
    }
  }

  async #signedIn(method: 'GET' | 'POST', path: string, body: unknown): Promise<Answer> {
    const token = await this.#freshToken();
    try {
      return await this.#send(method, path, body, token.text);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      // the keys of the system may have changed, or this machine may have slept past the token's end
      this.#token = undefined;
      return this.#send(method, path, body, (await this.#freshToken()).text);
    }
  }

  async #freshToken(): Promise<Token> {
    const current = this.#token;
    if (current !== undefined && Date.now() < (await current).renewAt) return current;
    // whoever finds it stale first renews it for all
    if (this.#token === current) {
      this.#token = this.#newToken();
      this.#token.catch(() => (this.#token = undefined));
    }
    return this.#token ?? this.#freshToken();
  }

  async #newToken(): Promise<Token> {
    const path = 'key' in this.signIn ? '/api/members/v1/sessions/program' : '/api/members/v1/sessions';
    const answer = await this.#send('POST', path, this.signIn, undefined);
    const now = Date.now();
    const life = Date.parse(answer.field('expiresAt').text) - now;
    return { text: answer.field('token').text, renewAt: now + Math.max(1_000, life * TOKEN_SHARE) };
  }

  /** Sends until there is an answer other than "not now", and not before the system said to come again. */
  async #send(method: 'GET' | 'POST', path: string, body: unknown, token: string | undefined): Promise<Answer> {
    const isFile = body instanceof Uint8Array;
    const sent = body === undefined || isFile ? body : JSON.stringify(body);
    const headers: Record<string, string> = { accept: 'application/json', 'accept-language': 'en' };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    if (sent !== undefined) {
      headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json';
      headers['idempotency-key'] = createHash('sha256').update(`${method} ${path}\n`).update(sent).digest('base64url');
    }
    let awaySince: number | undefined;
    for (let delay = FIRST_PAUSE_MS; ; delay = Math.min(delay * 2, LONGEST_PAUSE_MS)) {
      this.signal?.throwIfAborted();
      const late = awaySince !== undefined && Date.now() - awaySince > AWAY_MS;
      let comeAgainMs = 0;
      try {
        const response = await fetch(new URL(path, this.url), {
          method,
          headers,
          ...(sent === undefined ? {} : { body: sent }),
          signal: AbortSignal.any([AbortSignal.timeout(REQUEST_MS), ...(this.signal ? [this.signal] : [])]),
        });
        const answer = jsonOf(await response.text());
        if (response.ok) return new Answer(answer, `${method} ${path}`);
        if (response.status !== 503 || late) throw ApiProblem.of(`${method} ${path}`, response.status, answer, body);
        comeAgainMs = Number(response.headers.get('retry-after') ?? 0) * 1_000;
      } catch (error) {
        if (error instanceof ApiProblem || this.signal?.aborted) throw error;
        if (late) throw new Error(`The system does not answer ${method} ${path}`, { cause: error });
      }
      awaySince ??= Date.now();
      await pause(Math.max(delay, comeAgainMs), undefined, this.signal ? { signal: this.signal } : {});
    }
  }
}

function commandOf(answer: Answer): Command {
  const command = answer.field('command');
  const events = command.field('events').entries.map(([type, count]): [string, number] => [type, count.number]);
  return { id: command.field('id').text, events: new Map(events) };
}
