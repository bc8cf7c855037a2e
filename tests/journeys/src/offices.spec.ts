import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, SignJWT, type JWK } from 'jose';
import { SERVICES } from '@ayni/contracts';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { goodCommands } from './commands.js';
import { knownPath } from './paths.js';
import { matrix } from './roles/matrix.js';
import { allowedTo, declaredRoutes, HOLDERS } from './roles/who-may.js';
import { routesOf, type Route } from './routes.js';
import { passwordOf } from './people.js';
import { CLOSED, fill, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const STRANGERS = 'wiphala';

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

/** The scope of a route, by its first part. */
function scopeOf({ method, path }: Route): string {
  const [, first = '', second = ''] = /^\/api\/[a-z-]+\/v1\/([a-z-]+)(?:\/([a-z-]+))?/.exec(path) ?? [];
  return `${first === 'totals' ? second : first}:${method === 'GET' ? 'read' : 'write'}`;
}

/** What no key opens: who may do what, what people decide, and what is only theirs. */
const FOR_PEOPLE: readonly string[] = [
  ...['api-keys:read', 'api-keys:write', 'assemblies:read', 'assemblies:write', 'assembly-rules:read'],
  ...['assembly-rules:write', 'bank-template:read', 'bank-template:write', 'certificate-types:write', 'checks:read'],
  ...['confirmations:write', 'devices:read', 'devices:write', 'doubles:read', 'funds:write'],
  ...['keys:read', 'late-records:read', 'late-records:write', 'own-rule-sets:write', 'password:write'],
  ...['payees:read', 'payees:write', 'payouts:read', 'payouts:write', 'refused-sign-ins:read'],
  ...['resolutions:write', 'runs:write', 'seasons:write', 'sessions:write', 'setup:read'],
  ...['setup:write', 'trail:read', 'unclaimed-shares:read', 'unclaimed-shares:write'],
  ...[
    'user-devices:read',
    'user-devices:write',
    'users:read',
    'users:write',
    'waiting-changes:read',
    'waiting-changes:write',
  ],
];

describe('every route', () => {
  test('is named above, with those who may ask it', () => {
    expect(new Set(routes.map(allowedTo)).size).toBeGreaterThan(5);
    expect(routes.length).toBe(declaredRoutes(SERVICES.length));
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

  test('is opened to a program by the scope of its own kind, or by none', async () => {
    const { body: document } = await new Caller(system.url).get('/docs/members.json');
    const asked = document.field('components').field('schemas').field('ApiKeyRequest').field('properties');
    const scopes = new Set(
      asked
        .field('scopes')
        .field('items')
        .field('enum')
        .list.map((scope) => scope.text),
    );
    // how far a command has come is told to whoever may ask anything
    const needed = new Set(routes.filter(({ path }) => !path.includes('/commands/')).map(scopeOf));
    // a scope that opens nothing promises what is not there
    expect([...scopes].filter((scope) => !needed.has(scope))).toEqual([]);
    expect([...needed].filter((scope) => !scopes.has(scope)).sort()).toEqual(FOR_PEOPLE);
  });

  test('answers each office and nobody as it is declared, and no other', async () => {
    const rows = await matrix(system.url, COOP, run);
    expect(rows.flatMap(({ route, differs }) => differs.map((one) => `${route} ${one}`))).toEqual([]);
    expect(rows.length).toBe(routes.length);
    expect(new Set(rows.flatMap(({ seen }) => Object.values(seen)))).toEqual(new Set(['yes', 'no']));
  });
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
  expect(closing.body.field('state').text).toBe('locked');
  const crossed = await new Caller(system.url).post('/api/members/v1/sessions', {
    ...{ coop: COOP, user: 'first', password: passwordOf(STRANGERS) },
  });
  expect([crossed.status, crossed.body.field('code').value]).toEqual([401, 'bad-credentials']);
});
