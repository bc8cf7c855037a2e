import { randomUUID } from 'node:crypto';
import { jsonOf } from '@ayni/kernel';
import { Answer } from '@ayni/api-client/answer';
import { ask } from '@ayni/testing/ask';

export type Method = 'GET' | 'POST' | 'PATCH';

/** An answer of the API as it came, also where it is a "no". */
export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Answer;
};

export type Sending = {
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Idempotency-Key; null for none. */
  readonly key?: string | null;
};

/** Whoever holds a token (nobody, without one), taking whatever is answered but that the system is busy. */
export class Caller {
  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** Signs somebody in. */
  static async signIn(url: string, coop: string, user: string, password: string): Promise<Caller> {
    const reply = await new Caller(url).ask('POST', '/api/members/v1/sessions', { body: { coop, user, password } });
    if (reply.status !== 201) throw new Error(`${user} of ${coop} cannot sign in: ${reply.text}`);
    return new Caller(url, reply.body.field('token').text);
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.ask('GET', path, { headers });
  }

  /** A file that is answered. */
  async file(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ readonly type: string; readonly name: string; readonly bytes: Buffer }> {
    const answer = await ask(this.url + path, { headers: { ...headers, ...this.authorization } });
    return {
      type: answer.headers.get('content-type') ?? '',
      name: answer.headers.get('content-disposition') ?? '',
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  }

  post(path: string, body: unknown, key?: string): Promise<Reply> {
    return this.ask('POST', path, { body, ...(key === undefined ? {} : { key }) });
  }

  async ask(method: Method, path: string, { body, headers = {}, key = randomUUID() }: Sending = {}): Promise<Reply> {
    const raw = typeof body === 'string' || body instanceof Uint8Array ? new Blob([body]) : undefined;
    const sent = body === undefined ? undefined : (raw ?? JSON.stringify(body));
    const response = await ask(this.url + path, {
      method,
      headers: {
        ...this.authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    // what never ends is known by its beginning
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await response.text();
    return { status: response.status, headers: response.headers, text, body: new Answer(jsonOf(text), path) };
  }

  private get authorization(): Readonly<Record<string, string>> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}
