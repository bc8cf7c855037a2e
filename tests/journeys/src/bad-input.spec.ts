import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Answer } from '@ayni/api-client/answer';
import { Client } from '@ayni/api-client/client';
import { SERVICES } from '@ayni/contracts';
import { catalogue } from '@ayni/kernel';
import { photo } from '@ayni/testing/photo';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller, type Reply } from './caller.js';
import { commandsApart, SETUP_BODY } from './commands-apart.js';
import { give, goodCommands } from './commands.js';
import { AT, DAY, produce, type Good } from './commands/good.js';
import { CARRIED, RULES_CARRIED } from './commands/profit-sharing.js';
import { knownPath, neededQuery } from './paths.js';
import { routesOf, type Route } from './routes.js';
import { passwordOf } from './people.js';
import { carry, carryRules } from './resolutions.js';
import { fill, OPEN, register, setUp } from './small-coop.js';
import { spoil, wrongInQuery } from './spoil.js';
import { isOnLaptop, startSystem, onLaptop } from './start-system.js';

const COOP = 'chacoma';
const AT_ONCE = 8;
/** A moment of the season that is closed. */
const IN_CLOSED = '2025-03-10T10:00:00-04:00';
/** For paths of which only the code beside it is looked at. */
const NO_RUN = '01890000-0000-7000-8000-000000000000';

let system: SystemProcess;
let books: SystemBooks;
let routes: Route[];
let good: Good[];
let apart: Good[];
let callers: { first: Caller; second: Caller };
let run: string;

beforeAll(async () => {
  system = await startSystem();
  books = await SystemBooks.open(system);
  const client = await setUp(system, COOP);
  run = isOnLaptop() ? await fill(client, COOP) : NO_RUN;
  // what over Kafka comes to the doors alone needs nothing but people who send it
  if (!isOnLaptop()) await register(client, COOP);
  const signIn = (user: string): Promise<Caller> => Caller.signIn(system.url, COOP, user, passwordOf(COOP));
  callers = { first: await signIn('first'), second: await signIn('second') };
  routes = await routesOf(system.url);
  apart = commandsApart(COOP);
  good = goodCommands({ coop: COOP, password: passwordOf(COOP), run });
});

afterAll(() => system.remove());

/** What a "no" has to be, and under which request one was not. */
function wrongNo(request: string, { status, headers, body, text }: Reply): string[] {
  const code = body.field('code').value;
  const fits =
    status >= 400 &&
    status < 500 &&
    headers.get('content-type')?.startsWith('application/problem+json') === true &&
    typeof code === 'string' &&
    Object.hasOwn(catalogue, code) &&
    body.field('status').value === status &&
    !/\bat .*\.[jt]s:|node_modules|SELECT |INSERT /.test(text) &&
    isSpanish(body.field('detail').text);
  return fits ? [] : [`${request} → ${status} ${text.slice(0, 160)}`];
}

/** Whether a sentence has nothing English in it, and no code where a word is meant; what is to be typed stands in «». */
function isSpanish(detail: string): boolean {
  const own = new RegExp(`«[^»]*»|/\\S+|\\S*${COOP}\\S*|Idempotency-Key|If-Match|Content-Type|\\bkB\\b`, 'g');
  const said = detail.replaceAll(own, '');
  return !/\b(?:must|should|each|value|is|not|the|of|be|than|or|are|with|[a-z]+(?:-[a-z]+)+|[a-z]+[A-Z]\w*)\b/.test(
    said,
  );
}

/** Asks many things, a few at once, and gathers the answers that are no proper "no". */
async function gather<T>(items: Iterable<T>, ask: (item: T) => Promise<string[]>): Promise<string[]> {
  const wrong: string[] = [];
  const rest = items[Symbol.iterator]();
  const take = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) wrong.push(...(await ask(next.value)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
  return wrong;
}

const serviceOf = (path: string): string | undefined => /^\/api\/([\w-]+)\//.exec(path)?.[1];

/** What every route is asked; over Kafka one of each service, since the front hands all of them on alike. */
const askedOf = <T extends { readonly path: string }>(all: readonly T[]): readonly T[] =>
  isOnLaptop() ? all : SERVICES.flatMap((name) => all.find(({ path }) => serviceOf(path) === name) ?? []);

const routeOf = ({ route }: Good): Route => {
  const found = routes.find(({ name }) => name === route);
  if (!found) throw new Error(`${route} is in no document`);
  return found;
};

const NOBODY = 'NOBODY';
/** Finer than any coin of the co-op. */
const FINE = '5.001';

/** Rows in which several things are wrong that have nothing to do with each other, and where these are told. */
const WRONG_TOGETHER: [path: string, row: object, places: string[]][] = [
  [
    'sales/v1/sales',
    {
      ...{ receipt: 'R-8', soldAt: AT, market: NOBODY, payment: 'cash' },
      lines: [
        { ...produce, product: NOBODY, unitPrice: FINE },
        { ...produce, unitPrice: '1.00' },
        { ...produce, unit: NOBODY, unitPrice: '1.00' },
      ],
    },
    ['market', 'lines/0/unitPrice', 'lines/0/product', 'lines/2/unit'],
  ],
  [
    'production/v1/harvests',
    { code: 'H-8', harvestedAt: AT, structure: NOBODY, ...produce, unit: NOBODY, homeUse: '0' },
    ['structure', 'unit'],
  ],
  [
    'profit-sharing/v1/expenses',
    {
      ...{ code: 'E-8', spentOn: DAY, category: 'seed', amount: FINE, fundedBy: 'own' },
      lines: ['1.00', FINE].map((amount) => ({ category: 'seed', amount, fundedBy: NOBODY })),
    },
    ['amount', 'lines/0/fundedBy', 'lines/1/fundedBy', 'lines/1/amount'],
  ],
  [
    'profit-sharing/v1/grants',
    {
      ...{ code: 'S-8', funder: 'CEF', purpose: 'seed', amount: '9.00', agreedOn: DAY, restricted: true },
      lines: ['Seed', 'seed'].map((name) => ({ name, amount: FINE })),
    },
    ['lines/0/amount', 'lines/1/amount', 'lines/1/name'],
  ],
  [
    'profit-sharing/v1/loans',
    { code: 'N-8', paidOn: DAY, member: NOBODY, amount: FINE, firstDueOn: '2025-01-01' },
    ['member', 'amount', 'firstDueOn'],
  ],
  ['profit-sharing/v1/repayments', { code: 'Q-8', paidOn: DAY, debt: NOBODY, amount: FINE }, ['amount', 'debt']],
  [
    'profit-sharing/v1/certificates',
    { code: 'K-8', boughtOn: DAY, member: '001', count: 2, valueEach: FINE, type: NOBODY },
    ['valueEach', 'type'],
  ],
  [
    'profit-sharing/v1/certificate-transfers',
    { code: 'KT-8', transferredOn: DAY, certificate: NOBODY, taker: NOBODY, count: 2 },
    ['taker', 'certificate'],
  ],
  [
    'profit-sharing/v1/contributions',
    { code: 'KC-8', broughtOn: DAY, certificate: NOBODY, resolution: 'U-agreed', quantity: '1' },
    ['product', 'certificate'],
  ],
  [
    'profit-sharing/v1/fund-uses',
    { code: 'U-8', usedOn: DAY, fund: NOBODY, amount: FINE, purpose: 'books', resolution: NOBODY },
    ['resolution', 'amount', 'fund'],
  ],
  [
    'profit-sharing/v1/bank-matches',
    {
      ...{ code: 'BM-8', matchedOn: DAY, bankLine: NOBODY },
      documents: ['T-8', 'T-7'].map((document) => ({ source: 'transfer', document })),
    },
    ['bankLine', 'documents/0/document', 'documents/1/document'],
  ],
  [
    'profit-sharing/v1/cash-counts',
    { code: 'J-8', countedOn: DAY, pieces: [FINE, FINE].map((value) => ({ value, count: 1 })), reason: '' },
    ['pieces/0/value', 'pieces/1/value'],
  ],
  [
    'members/v1/members',
    {
      ...{ number: '008', givenNames: 'Juana', surnames: 'Quispe', sex: 'F', birthYear: 2025 },
      ...{ household: NOBODY, joinedOn: '2024-08-01', leftOn: '2024-07-01', resolution: NOBODY },
    },
    ['birthYear', 'leftOn', 'household', 'resolution'],
  ],
  [
    'members/v1/users',
    { name: 'somebody', password: 'aaaaaaaaaaaa', roles: ['member'], member: NOBODY },
    ['password', 'member'],
  ],
  [
    'members/v1/resolutions',
    {
      ...{ number: '8', adoptedOn: DAY, subject: 'Fence', votesFor: 2, votesAgainst: 0 },
      covers: [{ kind: 'rules' }, { kind: 'fund-use', fund: 'legal-reserve' }],
    },
    ['covers/0/season', 'covers/1/amount'],
  ],
];

const saidIn = (fault: Answer): string => `${fault.field('pointer').text} ${fault.field('code').text}`;

/** The row that a command loads; nothing where it is no load. */
function rowOf({ body }: Good): object | undefined {
  const [row]: readonly unknown[] = 'rows' in body && Array.isArray(body.rows) ? body.rows : [];
  return typeof row === 'object' && row !== null ? row : undefined;
}

describe('what is wrong is refused with its code, and nothing of it is stored:', () => {
  let before: Record<string, string>;

  beforeEach(async () => {
    await books.quiet();
    before = await books.contents();
  });

  afterEach(async () => {
    await books.quiet();
    expect(await books.contents()).toEqual(before);
  });

  onLaptop('any field of any body that is missing, unknown, mistyped, out of bounds or names nothing', async () => {
    const spoilt = function* (): Generator<{ command: Good; what: string; body: unknown }> {
      for (const command of [...good, ...apart]) {
        const { body } = routeOf(command);
        if (!body) yield { command, what: 'with a field that nobody knows', body: { surprise: 1 } };
        else
          for (const each of spoil(body, command.body)) if (!isNewUnit(command, each.what)) yield { command, ...each };
      }
    };
    // who defines a unit may call it as she likes
    const isNewUnit = ({ route }: Good, what: string): boolean =>
      route.endsWith('/units') && what === '/rows/0/unit "NOBODY"';
    let asked = 0;
    const wrong = await gather(spoilt(), async ({ command, what, body }) => {
      asked += 1;
      return wrongNo(`${command.route} ${what}`, await give(callers, command, body));
    });
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(2_000);
  });

  onLaptop('a wrong field of any row that is tried, and its day in a closed season, both at once', async () => {
    const dated: string[] = [];
    const wrong = await gather(good, async (command) => {
      const { body } = routeOf(command);
      const row = rowOf(command);
      if (!body || !row) return [];
      const tell = async (rows: unknown): Promise<string[]> => {
        const { status, body: told } = await give(callers, { ...command, path: `${command.path}?trial=true` }, rows);
        if (status !== 200) return [`${command.route} ${status}`];
        return told.field('faults').list.map(saidIn);
      };
      const shut = (field: string): string => {
        const [day = ''] = IN_CLOSED.split('T');
        return String(Reflect.get(row, field)).includes('T') ? IN_CLOSED : day;
      };
      const days = Object.keys(row).filter((field) => /^\d{4}-\d{2}-\d{2}/.test(String(Reflect.get(row, field))));
      const notTold: string[] = [];
      for (const day of days) {
        const place = `/rows/0/${day}`;
        const closed = `${place} season-closed`;
        if (!(await tell({ rows: [{ ...row, [day]: shut(day) }] })).includes(closed)) continue;
        dated.push(command.route);
        for (const each of spoil(body, { rows: [{ ...row, [day]: shut(day) }] })) {
          const [at = ''] = each.what.split(' ', 1);
          if (!each.what.endsWith(' {}') || !at.startsWith('/rows/0/') || at === place) continue;
          const told = await tell(each.body);
          const isField = (place = ''): boolean => at.startsWith(place) || place.startsWith(at);
          if (!told.includes(closed) || !told.some((fault) => isField(fault.split(' ', 1)[0])))
            notTold.push(`${command.route} ${each.what}: ${told.join(', ')}`);
        }
      }
      return notTold;
    });
    expect(wrong).toEqual([]);
    expect(new Set(dated).size).toBeGreaterThan(20);
  });

  onLaptop(
    'a row that breaks several rules which have nothing to do with each other, all of them at once',
    async () => {
      const told = await Promise.all(
        WRONG_TOGETHER.map(async ([path, row]) => {
          const { status, body } = await callers.first.ask('POST', `/api/${path}?trial=true`, {
            body: { rows: [row] },
          });
          const pointers = body.field('faults').list.map((fault) => fault.field('pointer').text);
          return [path, status, pointers.map((pointer) => pointer.replace('/rows/0/', ''))];
        }),
      );
      expect(told).toEqual(WRONG_TOGETHER.map(([path, , places]) => [path, 200, places]));
    },
  );

  onLaptop('a row that stands twice in a load: a trial tells what the load is refused for', async () => {
    const refused: string[] = [];
    const wrong = await gather(good, async (command) => {
      const row = rowOf(command);
      if (!row) return [];
      const rows = { rows: [row, row] };
      const { status, body: tried } = await give(callers, { ...command, path: `${command.path}?trial=true` }, rows);
      // what is no load cannot be tried
      if (status !== 200) return [];
      const told = tried.field('faults').list.map(saidIn);
      if (told.length === 0) return [`${command.route}: nothing told`];
      const reply = await give(callers, command, rows);
      const first = saidIn(reply.body);
      refused.push(command.route);
      return told.includes(first) ? [] : [`${command.route}: ${first} is not of ${told}`];
    });
    expect(wrong).toEqual([]);
    expect(refused.length).toBeGreaterThan(40);
  });

  test('a body that is no JSON, no object, nested without end, of 10 MB, or of another type', async () => {
    const huge = `{"rows":[${`{"code":"${'x'.repeat(90)}"},`.repeat(100_000)}{}]}`;
    const text = { 'content-type': 'text/plain' };
    const bodies: [string, unknown, Record<string, string>?][] = [
      ['NaN', '{"rows":[{"minutes":NaN}]}'],
      ['cut off', '{"rows":[{"code":"a"'],
      ['bare text', 'hello'],
      ['text', '"hello"'],
      ['number', '7'],
      ['list', '[]'],
      ['list of lists', '[[[]]]'],
      ['null', 'null'],
      ['bytes', new Uint8Array([0xff, 0xfe, 0x00, 0x7b])],
      ['nested 100 deep', `${'[{"a":'.repeat(50)}1${'}]'.repeat(50)}`],
      ['nested 100,000 deep', '['.repeat(100_000)],
      ['10 MB', huge],
      ['plain text', '{}', text],
      ['XML', '<rows/>', { 'content-type': 'application/xml' }],
      ['another alphabet', '{}', { 'content-type': 'application/json; charset=iso-8859-1' }],
      ['packed badly', '{}', { 'content-encoding': 'gzip' }],
      ['10 MB packed', gzipSync(huge), { 'content-encoding': 'gzip' }],
    ];
    const each = askedOf(good).flatMap((command) => bodies.map((body) => ({ command, body })));
    const wrong = await gather(each, async ({ command, body: [what, body, headers = {}] }) => {
      const sent = { ...command, headers: { ...command.headers, ...headers } };
      return wrongNo(`${command.route} ${what}`, await give(callers, sent, body));
    });
    expect(wrong).toEqual([]);
  });

  test('a photo of 40 megapixels, by every route that takes a file', async () => {
    const content = photo({ width: 8_000, height: 5_000 });
    const doors = routes.filter(({ isForFile }) => isForFile);
    expect(doors.length).toBeGreaterThan(2);
    for (const { name, method, path } of doors) {
      const reply = await callers.first.ask(method, path, { body: content });
      expect([name, reply.status, reply.body.field('code').value]).toEqual([name, 400, 'picture-too-large']);
      expect(wrongNo(name, reply)).toEqual([]);
    }
  });

  onLaptop('a command without an Idempotency-Key, or with one that is too long or not printable', async () => {
    const keys = [null, '', ' ', 'a b', 'x'.repeat(256), 'ñandú'.normalize('NFC')];
    const each = good.filter(({ keyless }) => !keyless).flatMap((command) => keys.map((key) => ({ command, key })));
    const wrong = await gather(
      each,
      async ({ command: { method, path, headers = {}, by = 'first', body, route }, key }) => {
        const reply = await callers[by].ask(method, path, { body, headers, key });
        const code = reply.body.field('code').value;
        return reply.status === 400 && code === 'idempotency-key-missing' ? [] : [`${route} ${key} → ${reply.text}`];
      },
    );
    expect(wrong).toEqual([]);
  });

  test('a path that names nothing, or that no code can be', async () => {
    const codes = [
      'NOBODY',
      '%00',
      '%0A',
      '-',
      'x'.repeat(65),
      'x'.repeat(3_000),
      '%ff',
      '%F0%9F%98%80',
      '..%2F..',
      "'%3B--",
    ];
    const paths = askedOf(routes.filter(({ path }) => path.includes('{')));
    const each = paths.flatMap((route) =>
      // each of its codes alone: beside one that is wrong there may be one that is right
      [...route.path.matchAll(/\{\w+\}/g)].flatMap(({ index }) => codes.map((code) => ({ route, index, code }))),
    );
    const wrong = await gather(each, async ({ route, index, code }) => {
      const path = `${knownPath(route.path.slice(0, index), run)}${code}${knownPath(route.path.slice(route.path.indexOf('}', index) + 1), run)}`;
      const command = good.find((one) => one.route === route.name);
      const caller = callers[command?.by ?? 'first'];
      const reply = await caller.ask(route.method, `${path}${neededQuery(route)}`, {
        ...(command ? { body: command.body, headers: command.headers ?? {} } : {}),
      });
      return wrongNo(`${route.method} ${path.slice(0, 120)}`, reply);
    });
    expect(wrong).toEqual([]);
  });

  onLaptop('a query with a field that its route does not take, whatever it is asked by', async () => {
    const names = ['surprise', '_', 'format', 'member', 'trial'];
    const each = routes.flatMap((route) => {
      const own = new Set(route.query.map(({ name }) => name));
      return names.filter((name) => !own.has(name)).map((name) => ({ route, name }));
    });
    const wrong = await gather(each, async ({ route, name }) => {
      const asked = new URLSearchParams(neededQuery(route));
      asked.set(name, name === 'format' ? 'csv' : '1');
      const path = `${route.path.replaceAll(/\{\w+\}/g, 'x')}?${asked}`;
      const { status, body } = await callers.first.ask(route.method, path, route.method === 'GET' ? {} : { body: {} });
      const told = `${status} ${body.field('code').value} ${body.field('pointer').value}`;
      const right = name === 'format' ? '400 bad-field /format' : `400 unknown-field /${name}`;
      return told === right ? [] : [`${route.name}?${name}: ${told}`];
    });
    expect(each.length).toBeGreaterThan(routes.length);
    expect(wrong).toEqual([]);
  });

  onLaptop('a query with a field that nobody knows, given twice, of a wrong type or out of bounds', async () => {
    const each = routes
      .filter(({ query }) => query.length > 0)
      .flatMap((route) => [
        { route, name: 'surprise', text: '1', twice: false },
        ...route.query.flatMap((field) => [
          ...wrongInQuery(field).map((text) => ({ route, name: field.name, text, twice: false })),
          { route, name: field.name, text: '2025-07-01', twice: true },
        ]),
      ]);
    const wrong = await gather(each, async ({ route, name, text, twice }) => {
      const asked = new URLSearchParams(neededQuery(route));
      asked.set(name, text);
      if (twice) asked.append(name, text);
      return wrongNo(
        `${route.name} ${asked.toString().slice(0, 80)}`,
        await callers.first.get(`${knownPath(route.path, run)}?${asked}`),
      );
    });
    expect(wrong).toEqual([]);
  });

  onLaptop('a thousand good rows with one bad one among them', async () => {
    const harvest = good.find(({ route }) => route.endsWith('/sales'))?.body;
    const row = (n: number): object => ({ ...firstRow(harvest), receipt: `R-many-${n}` });
    const rows = Array.from({ length: 1_000 }, (_, n) => (n === 640 ? { ...row(n), market: 'NOBODY' } : row(n)));
    const reply = await callers.first.post('/api/sales/v1/sales', { rows });
    expect([reply.status, reply.body.field('code').value, reply.body.field('pointer').value]).toEqual([
      ...[400, 'unknown-reference', '/rows/640/market'],
    ]);
    const twice = await callers.first.post('/api/sales/v1/sales', { rows: [row(1), row(2), row(1)] });
    expect([twice.status, twice.body.field('code').value]).toEqual([400, 'duplicate-code']);
  });

  onLaptop('a record of a day that has not come, and edits of a version that is not the last', async () => {
    const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const dated = good.flatMap((command) => {
      const [row = {}] = rowsOf(command.body);
      const at = Object.keys(row).find((name) => name.endsWith('At'));
      return at === undefined ? [] : [{ command, row, at }];
    });
    expect(dated.length).toBeGreaterThan(3);
    for (const { command, row, at } of dated) {
      const reply = await give(callers, command, { rows: [{ ...row, [at]: tomorrow }] });
      expect([command.route, reply.body.field('code').value]).toEqual([command.route, 'day-in-future']);
    }
    for (const command of good.filter(({ method }) => method === 'PATCH')) {
      const stale = await give(callers, { ...command, headers: { 'if-match': '"99"' } }, command.body);
      expect([command.route, stale.status, stale.body.field('code').value]).toEqual([
        command.route,
        412,
        'stale-version',
      ]);
      const blind = await give(callers, { ...command, headers: {} }, command.body);
      expect([command.route, blind.status, blind.body.field('code').value]).toEqual([
        command.route,
        400,
        'if-match-missing',
      ]);
    }
  });

  onLaptop('a set-up code that is not the one, however often it is tried', async () => {
    for (const code of ['x', 'AAAA-AAAA-AAAA', SETUP_BODY.setupCode]) {
      const reply = await callers.first.post('/api/members/v1/setup', { ...SETUP_BODY, setupCode: code });
      expect([reply.status, reply.body.field('code').value]).toEqual([403, 'bad-setup-code']);
    }
  });
});

describe('a command', () => {
  const keys = new Map<Good, { key: string; reply: Reply }>();

  onLaptop('that is right is taken, by every route that the documents name', async () => {
    const named = routes.filter(({ method }) => method !== 'GET').map(({ name }) => name);
    expect([...good, ...apart].map(({ route }) => route).sort()).toEqual(named.sort());
    const client = new Client(system.url, { coop: COOP, user: 'first', password: passwordOf(COOP) });
    for (const command of good) {
      if (command.route.endsWith('/adoption')) await carryRules(client, 'own-9', RULES_CARRIED);
      const key = randomUUID();
      const path = command.path.replace(run, (await lastRun()) ?? run);
      const sent = { ...command, path };
      const reply = await give(callers, sent, command.body, key);
      if (command.route.endsWith('/rejection')) {
        // a run that is rejected cannot be approved: a second one is
        expect([command.route, reply.status]).toEqual([command.route, 201]);
        await callers.first.post(`/api/profit-sharing/v1/seasons/${OPEN}/runs`, {});
        const next = await lastRun();
        if (next === undefined) throw new Error('no run can be approved');
        await callers.first.post(`/api/profit-sharing/v1/runs/${next}/proposal`, {});
        await carry(client, next, { number: CARRIED, adoptedOn: '2025-12-31', subject: 'Shares' });
      } else {
        expect([command.route, reply.status, reply.text]).toEqual([
          command.route,
          command.method === 'PATCH' ? 200 : 201,
          expect.anything(),
        ]);
      }
      keys.set(sent, { key, reply });
      if (command.route.endsWith('/closing'))
        await until(async (see) => {
          const closing = await callers.first.get(`/api/profit-sharing/v1/seasons/${OPEN}/closing`);
          return see(closing.body.value) && closing.body.field('state').text === 'closed';
        });
    }
  });

  onLaptop('sent again with its key gets the same answer and says so; another body is refused', async () => {
    await books.quiet();
    const before = await books.contents();
    expect(keys.size).toBe(good.length);
    for (const [command, { key, reply }] of keys) {
      if (command.keyless) continue;
      const again = await give(callers, command, command.body, key);
      expect({ route: command.route, status: again.status, body: again.body.value }).toEqual({
        ...{ route: command.route, status: reply.status },
        body: reply.body.value,
      });
      expect([command.route, reply.headers.get('idempotent-replay')]).toEqual([command.route, null]);
      expect([command.route, again.headers.get('idempotent-replay')]).toEqual([command.route, 'true']);
      const { otherPath = command.path, other: otherBody } = command;
      const other = await give(callers, { ...command, path: otherPath }, otherBody, key);
      expect([command.route, other.status, other.body.field('code').value]).toEqual([
        ...[command.route, 409, 'idempotency-key-reused'],
      ]);
    }
    await books.quiet();
    expect(await books.contents()).toEqual(before);
  });

  onLaptop('sent twenty times at once with one key is done once', async () => {
    const row = {
      ...firstRow(good.find(({ route }) => route.endsWith('/markets'))?.body),
      name: 'Feria de Desaguadero',
    };
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => callers.first.post('/api/sales/v1/markets', { rows: [row] }, key)),
    );
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(replies.filter(({ headers }) => headers.get('idempotent-replay') === null).length).toBe(1);
    expect(replies[0]?.status).toBe(201);
  });

  onLaptop('known by its code is unchanged under another key, and refused when it says something else', async () => {
    const reasons: string[] = [];
    for (const command of good.filter(({ body }) => 'rows' in body)) {
      const same = await give(callers, command, command.body);
      // what is of a season that has closed meanwhile is refused as such, a market has nothing but its name, and
      // the user that was changed above is no longer the one that was made
      const shut = same.body.field('code').value === 'season-closed';
      if (shut || /\/(markets|users)$/.test(command.route)) continue;
      expect([command.route, same.status, same.body.field('unchanged').value]).toEqual([command.route, 201, 1]);
      const changed = await give(callers, command, command.other);
      expect([command.route, changed.status, changed.body.field('code').value]).toEqual([
        command.route,
        409,
        'code-taken',
      ]);
      reasons.push(command.route);
    }
    expect(reasons.length).toBeGreaterThan(5);
  });

  const lastRun = async (): Promise<string | undefined> => {
    const { body } = await callers.first.get(`/api/profit-sharing/v1/runs?season=${OPEN}&limit=500`);
    const runs = body.field('items').list.filter((one) => /calculated|proposed/.test(one.field('state').text));
    return runs.at(-1)?.field('id').text;
  };
});

/** @throws where it has no rows */
function firstRow(body: object | undefined): Record<string, unknown> {
  const [row] = rowsOf(body);
  if (!row) throw new Error('no rows');
  return { ...row };
}

function rowsOf(body: object | undefined): object[] {
  const rows: unknown = body && Reflect.get(body, 'rows');
  return Array.isArray(rows) ? rows.filter((row): row is object => typeof row === 'object' && row !== null) : [];
}
