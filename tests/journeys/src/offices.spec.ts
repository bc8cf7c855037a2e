import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, SignJWT, type JWK } from 'jose';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { goodCommands } from './commands.js';
import { knownPath, neededQuery } from './paths.js';
import { routesOf, type Route } from './routes.js';
import { CLOSED, fill, passwordOf, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const STRANGERS = 'wiphala';

/** Who may ask what: P president, T treasurer, M manager, m member, I integrator; anybody, where it says so. */
const MAY: Readonly<Record<string, string>> = {
  'POST members/setup': 'anybody',
  'POST members/sessions': 'anybody',
  'GET members/keys': 'anybody',
  'GET members/coop': 'PTMmI',
  'GET members/households': 'PTM',
  'POST members/households': 'PM',
  'GET members/households/{code}': 'PTM',
  'PATCH members/households/{code}': 'PM',
  'GET members/households/{code}/changes': 'PTM',
  'GET members/members': 'PTMmI',
  'POST members/members': 'PM',
  'GET members/members/{number}': 'PTMm',
  'PATCH members/members/{number}': 'PM',
  'GET members/members/{number}/changes': 'PTMm',
  'POST members/members/{number}/departure': 'PM',
  'GET members/users': 'PTM',
  'GET members/waiting-changes': 'PTM',
  'POST members/waiting-changes/{user}/confirmation': 'PTM',
  'POST members/waiting-changes/{user}/rejection': 'PTM',
  'POST members/users': 'P',
  'PATCH members/users/{name}': 'P',
  'GET members/users/{name}': 'P',
  'GET members/users/{name}/changes': 'P',
  'POST members/password': 'PTMmI',
  'POST members/sessions/ending': 'PTMmI',
  'POST members/sessions/program': 'anybody',
  'POST members/sessions/browser': 'anybody',
  'POST members/sessions/browser/renewal': 'anybody',
  'POST members/sessions/browser/ending': 'anybody',
  'GET members/refused-sign-ins': 'P',
  'GET members/api-keys': 'P',
  'POST members/api-keys': 'P',
  'POST members/api-keys/{name}/ending': 'P',
  'GET members/devices': 'PTMmI',
  'POST members/devices/{id}/ending': 'PTMmI',
  'GET members/resolutions': 'PTMmI',
  'POST members/resolutions': 'PM',

  'GET production/structures': 'PTMmI',
  'POST production/structures': 'M',
  'GET production/structures/{code}': 'PTMmI',
  'PATCH production/structures/{code}': 'M',
  'GET production/structures/{code}/changes': 'PTM',
  'GET production/harvests': 'PTMI',
  'POST production/harvests': 'M',
  'POST production/harvests/{code}/reversal': 'M',
  'GET production/work': 'PTMm',
  'POST production/work': 'Mm',
  'POST production/confirmations': 'PM',
  'POST production/work/{code}/reversal': 'Mm',
  'GET production/care': 'Mm',
  'POST production/care': 'Mm',
  'POST production/care/{code}/reversal': 'Mm',

  'GET inventory/products': 'PTMmI',
  'POST inventory/products': 'M',
  'GET inventory/products/{code}': 'PTMmI',
  'PATCH inventory/products/{code}': 'M',
  'GET inventory/products/{code}/changes': 'PTM',
  'GET inventory/units': 'PTMmI',
  'POST inventory/units': 'M',
  'GET inventory/units/{product}/{unit}/{validFrom}': 'PTMmI',
  'PATCH inventory/units/{product}/{unit}/{validFrom}': 'M',
  'GET inventory/units/{product}/{unit}/{validFrom}/changes': 'PTM',
  'GET inventory/deliveries': 'PTMm',
  'POST inventory/deliveries': 'M',
  'POST inventory/deliveries/{code}/reversal': 'TM',
  'GET inventory/losses': 'PTMI',
  'POST inventory/losses': 'M',
  'POST inventory/losses/{code}/reversal': 'TM',
  'GET inventory/gifts': 'PTMI',
  'POST inventory/gifts': 'M',
  'POST inventory/gifts/{code}/reversal': 'TM',
  'GET inventory/stock': 'PTMI',
  'GET inventory/lots': 'PTMI',
  'GET inventory/lots/{code}/trace': 'PTM',
  'GET inventory/shortages': 'PTMI',
  'GET inventory/movements': 'PTMI',

  'GET sales/markets': 'PTMI',
  'POST sales/markets': 'M',
  'GET sales/markets/{code}': 'PTMI',
  'PATCH sales/markets/{code}': 'M',
  'GET sales/markets/{code}/changes': 'PTM',
  'GET sales/sales': 'PTMI',
  'POST sales/sales': 'M',
  'GET sales/totals/sales': 'PTMI',
  'GET sales/sales/{receipt}': 'PTMI',
  'POST sales/sales/{receipt}/reversal': 'TM',

  'GET profit-sharing/seasons': 'PTMmI',
  'POST profit-sharing/seasons': 'T',
  'GET profit-sharing/seasons/{code}': 'PTMmI',
  'PATCH profit-sharing/seasons/{code}': 'T',
  'GET profit-sharing/seasons/{code}/change': 'PTM',
  'GET profit-sharing/seasons/{code}/changes': 'PTMm',
  'POST profit-sharing/seasons/{code}/withdrawal': 'T',
  'GET profit-sharing/seasons/{code}/closing': 'PTM',
  'POST profit-sharing/seasons/{code}/closing': 'T',
  'POST profit-sharing/seasons/{code}/rules': 'T',
  'GET profit-sharing/seasons/{code}/preview': 'PTM',
  'GET profit-sharing/seasons/{code}/figures': 'PTMmI',
  'POST profit-sharing/seasons/{code}/runs': 'T',
  'GET profit-sharing/funds': 'PTMmI',
  'POST profit-sharing/funds': 'T',
  'GET profit-sharing/funds/{code}': 'PTMmI',
  'PATCH profit-sharing/funds/{code}': 'T',
  'GET profit-sharing/funds/{code}/changes': 'PTM',
  'GET profit-sharing/expenses': 'PTMI',
  'POST profit-sharing/expenses': 'T',
  'POST profit-sharing/expenses/{code}/reversal': 'T',
  'GET profit-sharing/grants': 'PTMI',
  'POST profit-sharing/grants': 'T',
  'POST profit-sharing/grants/{code}/reversal': 'T',
  'GET profit-sharing/grant-receipts': 'PTMI',
  'POST profit-sharing/grant-receipts': 'T',
  'POST profit-sharing/grant-receipts/{code}/reversal': 'T',
  'GET profit-sharing/grant-refunds': 'PTMI',
  'POST profit-sharing/grant-refunds': 'T',
  'POST profit-sharing/grant-refunds/{code}/reversal': 'T',
  'GET profit-sharing/grant-write-offs': 'PTMI',
  'POST profit-sharing/grant-write-offs': 'T',
  'POST profit-sharing/grant-write-offs/{code}/reversal': 'T',
  'GET profit-sharing/advances': 'PTMm',
  'POST profit-sharing/advances': 'T',
  'POST profit-sharing/advances/{code}/reversal': 'T',
  'GET profit-sharing/runs': 'PTMmI',
  'GET profit-sharing/runs/{id}': 'PTM',
  'GET profit-sharing/runs/{id}/case': 'PTM',
  'GET profit-sharing/runs/{id}/verification': 'PTM',
  'POST profit-sharing/runs/{id}/proposal': 'T',
  'POST profit-sharing/runs/{id}/approval': 'P',
  'POST profit-sharing/runs/{id}/rejection': 'PT',
  'GET profit-sharing/runs/{id}/statements/members/{number}': 'PTMm',
  'GET profit-sharing/runs/{id}/statements/households/{code}': 'PTMm',
  'GET profit-sharing/ledger/balances': 'PT',
  'GET profit-sharing/ledger/entries': 'PT',
};
/** The same in every service. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  'GET commands/{id}': 'PTMmI',
  'GET doubles': 'PTM',
  'GET events': 'PTI',
  'GET trail': 'P',
};

const HOLDERS = { P: 'second', T: 'treasurer', M: 'manager', m: 'martina', I: 'integrator' } as const;

let system: SystemProcess;
let routes: Route[];
let run: string;
const callers = new Map<string, Caller>();

beforeAll(async () => {
  system = await startSystem();
  run = await fill(await setUp(system, COOP), COOP);
  for (const user of ['first', 'felipa', ...Object.values(HOLDERS)])
    callers.set(user, await Caller.signIn(system.url, COOP, user, passwordOf(COOP)));
  routes = await routesOf(system.url);
});

afterAll(() => system.remove());

const as = (user: string): Caller => {
  const caller = callers.get(user);
  if (!caller) throw new Error(`${user} has not signed in`);
  return caller;
};

const allowedTo = ({ name }: Route): string => {
  const short = name.replace(/ \/api\/([a-z-]+)\/v1/, ' $1');
  const allowed = MAY[short] ?? EVERYWHERE[short.replace(/ [a-z-]+\//, ' ')];
  if (allowed === undefined) throw new Error(`Who may ask ${short}?`);
  return allowed;
};

/** Asks a route for what it shows, or something that it refuses to do whoever asks. */
async function knock(caller: Caller, route: Route): Promise<string> {
  const path = knownPath(route.path, run) + neededQuery(route);
  const reply = await caller.ask(route.method, path, route.method === 'GET' ? {} : { body: { surprise: 1 } });
  const code = reply.body.field('code').value;
  return reply.status >= 400 ? `${reply.status} ${String(code)}` : String(reply.status);
}

describe('every route', () => {
  test('is named above, with those who may ask it', () => {
    expect(new Set(routes.map(allowedTo)).size).toBeGreaterThan(5);
    const named = Object.keys(MAY).length;
    expect(routes.length).toBe(named + 5 * Object.keys(EVERYWHERE).length);
  });

  test('has no fixed word where another has a code, so that any code can be asked for', () => {
    const paths = routes.map(({ path }) => path.split('/'));
    const shared = paths.flatMap((path) =>
      path.flatMap((word, level) => {
        const start = path.slice(0, level).join('/');
        const beside = paths.map((other) => (other.slice(0, level).join('/') === start ? (other[level] ?? '') : ''));
        return word.startsWith('{') ? beside.filter((other) => other !== '' && !other.startsWith('{')) : [];
      }),
    );
    expect(shared).toEqual([]);
  });

  test('answers nobody who has not signed in, unless it is there for signing in', async () => {
    const nobody = new Caller(system.url);
    const answers = await Promise.all(routes.map(async (route) => [route.name, await knock(nobody, route)]));
    const open = (route: Route): string => (route.method === 'GET' ? '200' : '400 bad-field');
    expect(answers).toEqual(
      routes.map((route) => [
        route.name,
        allowedTo(route) === 'anybody' ? expect.stringMatching(open(route).slice(0, 3)) : '401 unauthenticated',
      ]),
    );
  });

  test.each(Object.entries(HOLDERS))(
    'answers %s (%s) where the office allows it, and nowhere else',
    async (letter, user) => {
      const answers = await Promise.all(routes.map(async (route) => [route.name, await knock(as(user), route)]));
      expect(answers).toEqual(
        routes.map((route) => {
          const may = allowedTo(route) === 'anybody' || allowedTo(route).includes(letter);
          const answer =
            route.method === 'GET' ? '200' : expect.stringMatching(/^400 (bad-field|unknown-field|if-match-missing)/);
          return [route.name, may ? answer : '403 forbidden'];
        }),
      );
    },
  );
});

test('a token that is forged, changed, old, of another system or for another use opens nothing', async () => {
  const key: JWK = JSON.parse(await readFile(system.signingKeyFile, 'utf8'));
  const signingKey = await importJWK(key, 'EdDSA');
  const coop = (await as('first').get('/api/members/v1/coop')).body.field('id').text;
  const claims = { coop, roles: ['president', 'treasurer', 'manager'] };
  const token = (change: (token: SignJWT) => SignJWT, kid = key.kid ?? ''): Promise<string> => {
    const honest = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid }).setSubject('first');
    return change(honest.setIssuer('ayni').setAudience('ayni').setExpirationTime('5m')).sign(signingKey);
  };
  const honest = await token((same) => same);
  const [head = '', body = '', signature = ''] = honest.split('.');
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const other = encode({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: 'second' });
  const keys = (await as('first').get('/api/members/v1/keys')).text;
  const asIfShared = `${encode({ alg: 'HS256', kid: key.kid })}.${body}`;
  const forged = {
    'with another subject': `${head}.${other}.${signature}`,
    'without a signature': `${encode({ alg: 'none' })}.${body}.`,
    'cut off': honest.slice(0, -6),
    'signed with the published key as a secret': `${asIfShared}.${createHmac('sha256', keys).update(asIfShared).digest('base64url')}`,
    'by an unknown key': await token((same) => same, 'other'),
    'that has ended': await token((one) => one.setExpirationTime(Math.floor(Date.now() / 1000) - 1)),
    'of another issuer': await token((one) => one.setIssuer('somebody')),
    'for another audience': await token((one) => one.setAudience('somebody')),
    'of no kind': 'abc',
    'with spaces': 'a b c',
  };
  expect((await new Caller(system.url, honest).get('/api/members/v1/coop')).status).toBe(200);
  for (const [what, text] of Object.entries(forged)) {
    const { status, body: problem } = await new Caller(system.url, text).get('/api/members/v1/coop');
    expect([what, status, problem.field('code').value]).toEqual([what, 401, 'bad-token']);
  }
});

describe('a member who signs in', () => {
  test('sees her own work, care, deliveries and advances and not one of another', async () => {
    for (const path of [
      'production/v1/work',
      'production/v1/care',
      'inventory/v1/deliveries',
      'profit-sharing/v1/advances',
    ]) {
      const { body } = await as('martina').get(`/api/${path}?limit=500`);
      const members = body.field('items').list.map((item) => item.field('member').text);
      expect([path, new Set(members)]).toEqual([path, new Set(['001'])]);
      const csv = (await as('martina').get(`/api/${path}?format=csv`)).text.trimEnd().split('\n');
      expect([path, csv.length]).toEqual([path, members.length + 1]);
      if (path.endsWith('care')) continue;
      const others = await as('martina').get(`/api/${path}?member=002`);
      expect([path, others.status, others.body.field('code').value]).toEqual([path, 403, 'not-yours']);
    }
  });

  test('reads her own entry of the register, her own statement and that of her household, and no other', async () => {
    const statements = `/api/profit-sharing/v1/runs/${run}/statements`;
    const doors: [string, string][] = [
      ['/api/members/v1/members/001', '/api/members/v1/members/002'],
      [`${statements}/members/001`, `${statements}/members/002`],
      [`${statements}/households/F01`, `${statements}/households/F02`],
    ];
    for (const [own, other] of doors) {
      expect([own, (await as('martina').get(own)).status]).toEqual([own, 200]);
      const refused = await as('martina').get(other);
      expect([other, refused.status, refused.body.field('code').value]).toEqual([other, 403, 'not-yours']);
    }
    const { body } = await as('martina').get('/api/members/v1/members');
    expect(body.field('items').list.map((item) => item.field('number').text)).toEqual(['001']);
  });

  test('records her own work and care, and nobody else’s', async () => {
    for (const kind of ['work', 'care']) {
      const row = { code: `own-${kind}`, workedOn: '2025-09-01', activity: 'weeding', minutes: 30 };
      const own = await as('martina').post(`/api/production/v1/${kind}`, { rows: [{ ...row, member: '001' }] });
      expect([kind, own.status]).toEqual([kind, 201]);
      const other = await as('martina').post(`/api/production/v1/${kind}`, {
        rows: [{ ...row, code: `other-${kind}`, member: '002' }],
      });
      expect([kind, other.status, other.body.field('code').value]).toEqual([kind, 403, 'not-yours']);
      const reversal = { reason: 'not hers' };
      const back = await as('felipa').post(`/api/production/v1/${kind}/own-${kind}/reversal`, reversal);
      expect([kind, [403, 404].includes(back.status)]).toEqual([kind, true]);
    }
  });
});

test('care is seen by who did it and who entered it: not by another manager, nor by any other office', async () => {
  const { body } = await as('manager').get('/api/production/v1/care');
  expect(body.field('items').list).toEqual([]);
});

test('an integrator follows numbers and households, and reads nobody’s name', async () => {
  const members = await as('integrator').get('/api/members/v1/members');
  expect(members.body.field('items').list.length).toBe(3);
  const feed = await as('integrator').get('/api/members/v1/events?limit=999');
  for (const text of [members.text, feed.text]) expect(text).not.toMatch(/Martina|Yujra/);
});

test('the president of another co-op can do nothing to what this one has', async () => {
  const made = await runProgram(
    process.execPath,
    [
      join(WORKSPACE, 'apps/ops/dist/main.js'),
      ...['coop', 'create', '--data', system.folder, '--code', STRANGERS, '--name', 'Other', '--user', 'first'],
    ],
    { input: `${passwordOf(STRANGERS)}\n` },
  );
  expect(made).toMatchObject({ status: 0 });
  // a service that has not heard of her co-op yet asks her to come again
  await (await SystemBooks.open(system)).quiet();
  const stranger = await Caller.signIn(system.url, STRANGERS, 'first', passwordOf(STRANGERS));
  const commands = goodCommands({ coop: COOP, password: passwordOf(COOP), run }).filter(({ route }) =>
    route.includes('{'),
  );
  expect(commands.length).toBeGreaterThan(10);
  for (const { method, route, body, headers = {} } of commands) {
    const path = knownPath(route.replace(/^\w+ /, ''), run).replace('/users/first', '/users/manager');
    const reply = await stranger.ask(method, path, { body, headers });
    expect([route, reply.status, reply.body.field('code').value]).toEqual([route, 404, 'not-found']);
  }
  const closing = await as('first').get(`/api/profit-sharing/v1/seasons/${CLOSED}`);
  expect(closing.body.field('state').text).toBe('closed');
  const crossed = await new Caller(system.url).post('/api/members/v1/sessions', {
    ...{ coop: COOP, user: 'first', password: passwordOf(STRANGERS) },
  });
  expect([crossed.status, crossed.body.field('code').value]).toEqual([401, 'bad-credentials']);
});
