import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '@ayni/api-client/client';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import { Caller } from './caller.js';
import { nameUsers, passwordOf } from './people.js';
import { register, openCoop } from './small-coop.js';
import { startSystem } from './start-system.js';
import { StreamReader } from './stream-reader.js';

const COOP = 'corrientes';
const SALE = 'ayni.sales.sale-recorded.v1';

let system: SystemProcess;
let client: Client;
beforeAll(async () => {
  system = await startSystem();
  client = await openCoop(system, COOP);
  await register(client, COOP);
  await nameUsers(client, COOP, [{ name: 'irene', roles: ['integrator'] }]);
});

afterAll(() => system.remove());

async function tokenOf(user: string): Promise<string> {
  const body = { coop: COOP, user, password: passwordOf(COOP) };
  const reply = await new Caller(system.url).ask('POST', '/api/members/v1/sessions', { body });
  return reply.body.field('token').text;
}

const open = async (user: string, query = '', lastId?: string): Promise<StreamReader> =>
  StreamReader.open(
    `${system.url}/api/sales/v1/events/stream${query}`,
    await tokenOf(user),
    lastId === undefined ? {} : { 'last-event-id': lastId },
  );

let sold = 0;
async function sell(count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => `S-${(sold += 1)}`);
  await client.post('/api/sales/v1/sales', {
    rows: codes.map((receipt) => ({
      ...{ receipt, soldAt: '2025-08-10T09:30:00-04:00', market: 'Villa Dolores', payment: 'cash' },
      lines: [{ product: 'ONION', quantity: '1', unit: 'kg', unitPrice: '12.50' }],
    })),
  });
  return codes;
}

const receipts = (reader: StreamReader): string[] =>
  reader.read.map(({ event }) => event.field('data').field('receipt').text);

const told = (reader: StreamReader, count: number): Promise<unknown> =>
  until((see) => Promise.resolve(see(reader.read.length) >= count));

test('events come as they happen, those of the feed in its order, and go on after a cut and a restart without a gap or a double', async () => {
  const first = await open('irene', `?types=${SALE}`);
  const codes = await sell(3);
  await told(first, 3);
  codes.push(...(await sell(150)));
  await told(first, 20);
  await first.leave();
  const left = first.read.length;

  const second = await open('irene', `?types=${SALE}`, first.lastId);
  codes.push(...(await sell(2)));
  await told(second, codes.length - left);
  // it stops though somebody follows, and she is told so
  expect(await system.stop()).toMatchObject({ status: 0 });
  await until(() => Promise.resolve(second.isOver));
  await system.restart({ atSameAddress: true });
  client = new Client(system.url, { coop: COOP, user: 'first', password: passwordOf(COOP) });
  codes.push(...(await sell(2)));
  const third = await open('irene', `?types=${SALE}`, second.lastId);
  codes.push(...(await sell(1)));
  await told(third, 3);

  expect([first, second, third].flatMap(receipts)).toEqual(codes);
  const feed = await client.get(`/api/sales/v1/events?types=${SALE}&limit=999`);
  const ids = feed.field('events').list.map((event) => event.field('id').text);
  const read = [first, second, third].flatMap(({ read: events }) => events);
  expect(read.map(({ event }) => event.field('id').text)).toEqual(ids);
  await third.leave();
});

test('who asks for what comes from now on is told nothing of before', async () => {
  await sell(1);
  const reader = await open('irene', '?after=now');
  const before = await until(() => Promise.resolve(reader.lastId));
  const codes = await sell(2);
  await until((see) => Promise.resolve(see(receipts(reader)).includes(codes[1] ?? '')));
  expect(BigInt(before)).toBeGreaterThan(0n);
  expect(receipts(reader)).not.toContain('S-1');
  await reader.leave();
});

test('a fourth stream of one user is refused, and there is room again when one is closed', async () => {
  const three = [await open('first'), await open('first'), await open('first')];
  await expect(open('first')).rejects.toThrow(/^429 .*too-many-streams/);
  const another = await open('irene');
  await three[0]?.leave();
  const next = await until(() => open('first').catch(() => undefined));
  for (const reader of [...three.slice(1), another, next]) await reader.leave();
});

test('who is dismissed is told nothing more, and who signs out neither', async () => {
  const irene = await open('irene', '?after=now');
  const second = await open('second', '?after=now');
  const { body } = await (
    await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP))
  ).get('/api/members/v1/users/irene');
  const reply = await (
    await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP))
  ).ask('PATCH', '/api/members/v1/users/irene', {
    body: { active: false },
    headers: { 'if-match': `"${body.field('version').number}"` },
  });
  expect(reply.status).toBe(200);
  await until(() => Promise.resolve(irene.isOver));
  expect(second.isOver).toBe(false);
  await (await Caller.signIn(system.url, COOP, 'second', passwordOf(COOP))).post('/api/members/v1/sessions/ending', {});
  await until(() => Promise.resolve(second.isOver));
});

test('a place that is none is refused, and members and sellers follow nothing', async () => {
  await expect(open('first', '', 'yesterday')).rejects.toThrow(/^400 /);
  await expect(open('first', '?after=-1')).rejects.toThrow(/^400 /);
  await expect(open('martina')).rejects.toThrow(/^403 /);
  await expect(open('seller')).rejects.toThrow(/^403 /);
});
