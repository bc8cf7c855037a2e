import type { ServiceName } from '@ayni/contracts';
import fc from 'fast-check';
import type { Good } from '../commands/good.js';
import { knownPath, neededQuery } from '../paths.js';
import type { Route } from '../routes.js';
import { serviceOf } from './documents.js';
import { placesIn, withFragment } from './places.js';
import { fragments, headers, texts, words } from './values.js';

/** Who may send it. */
export const SENDERS = ['first', 'second', 'martina', 'integrator', 'nobody'] as const;
export type Sender = (typeof SENDERS)[number];

/** Bytes to be sent, and what is known of them. */
export type Request = {
  readonly bytes: Buffer;
  /** Whether they end, so that an answer has to come. */
  readonly isWhole: boolean;
  readonly method: string;
  /** Of which route the answer has to be; none where the path may lead anywhere. */
  readonly route: Route | undefined;
  /** Whose books it is about. */
  readonly service: ServiceName | undefined;
};

/** What requests are made of. */
export type World = {
  readonly host: string;
  readonly run: string;
  readonly routes: readonly Route[];
  /** A good request of each route that changes something. */
  readonly commands: readonly Good[];
  readonly tokenOf: (sender: Sender) => string | undefined;
};

type Headers = readonly (readonly [string, string])[];

/** A request before it is put into bytes; the token comes last, so that it is one that still holds. */
type Draft = {
  readonly route?: Route;
  readonly method: string;
  readonly target: string;
  readonly sender: Sender;
  readonly headers: Headers;
  readonly body?: Buffer;
  readonly edit?: Edit;
};

/** What is done to the bytes of a request before they are sent. */
type Edit = { readonly isWhole: boolean; readonly apply: (bytes: Buffer) => Buffer };

const senders = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Sender>('first') },
  { weight: 1, arbitrary: fc.constantFrom(...SENDERS) },
);

/** Requests of all kinds, smallest first. */
export function requestsTo(world: World): fc.Arbitrary<Request> {
  const { routes, commands, run } = world;
  const reads = routes.filter(({ method }) => method === 'GET');
  const routeOf = new Map(routes.map((route) => [route.name, route]));
  const commandDraft = (command: Good, key: string, body: Buffer | undefined): Draft => {
    const route = routeOf.get(command.route);
    return {
      ...(route ? { route } : {}),
      ...{ method: command.method, target: command.path, sender: command.by ?? 'first' },
      headers: [
        ['Content-Type', 'application/json'],
        ...(command.keyless ? [] : [['Idempotency-Key', key] as const]),
        ...Object.entries(command.headers ?? {}),
      ],
      ...(body ? { body } : {}),
    };
  };
  const readDraft = (route: Route): Draft => ({
    ...{
      route,
      method: route.method,
      target: knownPath(route.path, run) + neededQuery(route),
      sender: 'first',
      headers: [],
    },
  });
  const anyCommand = fc.record({ command: fc.constantFrom(...commands), key: fc.uuid() });
  const good = anyCommand.map(({ command, key }) =>
    commandDraft(command, key, Buffer.from(JSON.stringify(command.body))),
  );
  const read = fc.constantFrom(...reads).map(readDraft);

  const field = fc
    .record({ chosen: anyCommand, place: fc.nat(), part: fragments, twice: fc.nat(9).map((n) => n === 9) })
    .map(({ chosen: { command, key }, place, part, twice }) => {
      const places = placesIn(command.body);
      const text = withFragment(command.body, places[place % places.length] ?? [], part, twice);
      return commandDraft(command, key, Buffer.from(text));
    });
  const bytes = fc
    .record({
      draft: good,
      encoding: fc.constantFrom('latin1', 'utf16le', 'utf8', 'base64'),
      text: texts,
      at: fc.nat(),
    })
    .map(({ draft, encoding, text, at }) => {
      const whole = String(draft.body ?? '');
      const cut = at % (whole.length + 1);
      return { ...draft, body: Buffer.from(whole.slice(0, cut) + text + whole.slice(cut), encoding) };
    });
  const query = fc
    .record({
      route: fc.constantFrom(...routes),
      names: fc.array(fc.tuple(fc.nat(), words), { minLength: 1, maxLength: 3 }),
    })
    .map(({ route, names }) => {
      const known = [
        ...route.query.map(({ name }) => name).filter((name) => name !== 'wait'),
        'surprise',
        'after[]',
        '__proto__',
      ];
      const asked = names.map(([n, word]) => `${known[n % known.length]}=${word}`).join('&');
      return {
        ...readDraft(route),
        target: `${knownPath(route.path, run)}?${asked}`,
        headers: [['Idempotency-Key', 'q']] as const,
      };
    });
  const path = fc
    .record({
      route: fc.constantFrom(...routes.filter((one) => one.path.includes('{'))),
      hole: fc.nat(),
      word: words,
      key: fc.uuid(),
    })
    .map(({ route, hole, word, key }) => {
      const holes = [...route.path.matchAll(/\{\w+\}/g)];
      const at = holes[hole % holes.length]?.index ?? 0;
      const target =
        knownPath(route.path.slice(0, at), run) +
        word +
        knownPath(route.path.slice(route.path.indexOf('}', at) + 1), run);
      const command = commands.find((one) => one.route === route.name);
      const draft = command ? commandDraft(command, key, Buffer.from(JSON.stringify(command.body))) : readDraft(route);
      const leadsThere = !/^\.{0,2}$|[/?#]/.test(decoded(word)) && !/[/?#]/.test(word);
      const { route: _route, ...elsewhere } = draft;
      return { ...(leadsThere ? draft : elsewhere), target: target + neededQuery(route) };
    });
  const odd = fc
    .record({
      draft: fc.oneof(good, read),
      more: fc.array(headers, { minLength: 1, maxLength: 2 }),
      sender: fc.constantFrom(...SENDERS),
    })
    .map(({ draft, more, sender }) => {
      const replaced = new Set(more.map(([name]) => name.toLowerCase()));
      return {
        ...draft,
        sender,
        headers: [...draft.headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...more],
      };
    });
  const target = fc
    .record({
      prefix: fc.constantFrom(
        '/',
        '//',
        '/docs/',
        '/schemas/',
        '/api/',
        '/api/sales/',
        '/api/sales/v1/',
        '',
        'http://localhost/',
        '*',
      ),
      word: words,
      method: fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'),
    })
    .map(({ prefix, word, method }): Draft => ({ method, target: prefix + word, sender: 'first', headers: [] }));
  const raw = fc
    .record({
      draft: fc.oneof(good, read),
      edits: fc.array(fc.tuple(fc.nat(), splices), { minLength: 1, maxLength: 3 }),
    })
    .map(({ draft, edits }): Draft => {
      const { route: _route, ...elsewhere } = draft;
      return {
        ...elsewhere,
        edit: { isWhole: false, apply: (all) => edits.reduce((sofar, [at, splice]) => splice(sofar, at), all) },
      };
    });
  const framed = fc.record({ draft: good, frame: fc.constantFrom(...FRAMES) }).map(({ draft, frame }): Draft => {
    const { route: _route, ...elsewhere } = draft;
    return { ...elsewhere, edit: { isWhole: false, apply: frame } };
  });

  const withSender = (drafts: fc.Arbitrary<Draft>): fc.Arbitrary<Draft> =>
    fc.tuple(drafts, senders).map(([draft, sender]) => (sender === 'first' ? draft : { ...draft, sender }));
  const drafts = fc.oneof(
    { weight: 40, arbitrary: withSender(field) },
    { weight: 10, arbitrary: bytes },
    { weight: 20, arbitrary: withSender(query) },
    { weight: 12, arbitrary: withSender(path) },
    { weight: 10, arbitrary: odd },
    { weight: 4, arbitrary: target },
    { weight: 3, arbitrary: raw },
    { weight: 1, arbitrary: framed },
  );
  return drafts.map((draft) => rendered(draft, world));
}

function rendered(
  { route, method, target, sender, headers: own, body, edit }: Draft,
  { host, tokenOf }: World,
): Request {
  const names = new Set(own.map(([name]) => name.toLowerCase()));
  const token = tokenOf(sender);
  const lines = [
    ...(names.has('host') ? [] : [['Host', host] as const]),
    ...(names.has('authorization') || token === undefined ? [] : [['Authorization', `Bearer ${token}`] as const]),
    ...own,
    ...(body ? [['Content-Length', String(body.length)] as const] : []),
    ['Connection', 'close'] as const,
  ];
  const head = [`${method} ${target} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join(
    '\r\n',
  );
  const all = Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)]);
  return { bytes: edit?.apply(all) ?? all, isWhole: edit?.isWhole ?? true, method, route, service: serviceOf(target) };
}

const decoded = (word: string): string => {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
};

const cut = (bytes: Buffer, at: number, length: number, put: Buffer): Buffer => {
  const start = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)]);
};

const splices: fc.Arbitrary<(bytes: Buffer, at: number) => Buffer> = fc.oneof(
  fc.constant((bytes: Buffer, at: number) => cut(bytes, at, 1, Buffer.alloc(0))),
  fc
    .uint8Array({ minLength: 1, maxLength: 4 })
    .map((some) => (bytes: Buffer, at: number) => cut(bytes, at, 0, Buffer.from(some))),
  fc
    .uint8Array({ minLength: 1, maxLength: 4 })
    .map((some) => (bytes: Buffer, at: number) => cut(bytes, at, some.length, Buffer.from(some))),
  fc
    .constantFrom('\r\n', '\n', '\r', ' ', ':', '\0', '\r\n\r\n', 'HTTP/9.9', 'Transfer-Encoding: chunked\r\n')
    .map((text) => (bytes: Buffer, at: number) => cut(bytes, at, 0, Buffer.from(text, 'latin1'))),
  fc.constant((bytes: Buffer, at: number) => bytes.subarray(0, at % (bytes.length + 1))),
);

/** Says the length of a body in a way that is not how long it is. */
const reframed =
  (...lines: readonly string[]) =>
  (body: (body: Buffer) => Buffer) =>
  (bytes: Buffer): Buffer => {
    const end = bytes.indexOf('\r\n\r\n');
    const head = bytes.toString('latin1', 0, end).replace(/\r\nContent-Length: \d+/, '');
    return Buffer.concat([Buffer.from([head, ...lines, '', ''].join('\r\n'), 'latin1'), body(bytes.subarray(end + 4))]);
  };

const chunk = (text: string | Buffer, size = Buffer.byteLength(text).toString(16)): Buffer =>
  Buffer.concat([Buffer.from(`${size}\r\n`, 'latin1'), Buffer.from(text), Buffer.from('\r\n')]);
const LAST = Buffer.from('0\r\n\r\n');
const same = (body: Buffer): Buffer => body;

const FRAMES: readonly ((bytes: Buffer) => Buffer)[] = [
  reframed('Transfer-Encoding: chunked')((body) => Buffer.concat([chunk(body), LAST])),
  reframed('Transfer-Encoding: chunked')((body) =>
    Buffer.concat([...[...body].map((byte) => chunk(Buffer.of(byte))), LAST]),
  ),
  reframed('Transfer-Encoding: chunked')((body) => Buffer.concat([chunk(body, 'zz'), LAST])),
  reframed('Transfer-Encoding: chunked')((body) => Buffer.concat([chunk(body, 'fffffffffffffffff'), LAST])),
  reframed('Transfer-Encoding: chunked')((body) => Buffer.concat([chunk(body, '-1'), LAST])),
  reframed('Transfer-Encoding: chunked')((body) =>
    Buffer.concat([chunk(body), Buffer.from('0\r\nHost: evil.test\r\n\r\n')]),
  ),
  reframed('Transfer-Encoding: chunked', 'Content-Length: 4')((body) => Buffer.concat([chunk(body), LAST])),
  reframed('Transfer-Encoding: gzip, chunked')((body) => Buffer.concat([chunk(body), LAST])),
  reframed('Transfer-Encoding: identity')(same),
  reframed('Content-Length: 1', 'Content-Length: 2')(same),
  reframed('Content-Length: -1')(same),
  reframed('Content-Length: 1e3')(same),
  reframed('Content-Length: 99999999999999999999')(same),
  reframed('Content-Length: 99999')(same),
  reframed('Content-Length: 2')(same),
  reframed('Expect: 100-continue', 'Content-Length: 2')(() => Buffer.from('{}')),
  reframed('Expect: the moon', 'Content-Length: 2')(() => Buffer.from('{}')),
  reframed('Upgrade: websocket', 'Content-Length: 2')(() => Buffer.from('{}')),
  reframed(`X-Long: ${'x'.repeat(20_000)}`, 'Content-Length: 2')(() => Buffer.from('{}')),
  reframed(...Array.from({ length: 3_000 }, (_, n) => `X-${n}: 1`), 'Content-Length: 2')(() => Buffer.from('{}')),
  reframed('Host: evil.test', 'Content-Length: 2')(() => Buffer.from('{}')),
];
