import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { answeredBy, type Answered } from './answered.js';
import type { KeptCommand } from './kept-command.js';
import { handOver } from './late.js';
import { correct, giveUp, keep, keptCommand, keptCommands, undo, waitingCount } from './queue.js';
import { Sender, type OneTab, type Post } from './sender.js';
import { store } from './store.js';
import { keepWho } from './who.js';

const SALE = 'POST /api/sales/v1/sales';
const REVERSAL = 'POST /api/sales/v1/sales/{receipt}/reversal';
const saleOf = (receipt: string, quantity = '1') => ({
  body: {
    rows: [
      {
        ...{ receipt, soldAt: '2026-03-02T14:00:00Z', market: 'Villa Dolores', payment: 'cash' as const },
        lines: [{ product: 'LETTUCE', quantity, unit: 'amarro', unitPrice: '24.00' }],
      },
    ],
  },
});

/** Who answers at the other end, by what it is asked; `lost` does it and drops the line. */
type Manner = (key: string) => 'done' | 'lost' | { status: number; type: string; body: string };
let manner: Manner;
let done: string[];
let asked: string[];
let handedIn: object[];

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const key = String(request.headers['idempotency-key']);
  asked.push(key);
  const how = manner(key);
  if ((how === 'done' || how === 'lost') && !done.includes(key)) done.push(key);
  if (how === 'lost') return void request.socket.destroy();
  const { status, type, body } = how === 'done' ? { status: 201, type: 'application/json', body: '{}' } : how;
  response.writeHead(status, { 'Content-Type': type }).end(body);
});
const problem = (status: number, code: string) => ({
  ...{ status, type: 'application/problem+json; charset=utf-8' },
  body: JSON.stringify({ code, detail: `dicho: ${code}`, errors: [{ code, pointer: '/rows/0/market', detail: 'no' }] }),
});

const post: Post = (command) =>
  command.late === undefined ? postOne(command.key) : handOver(command, (_, sent, key) => postOne(key, sent));

const postOne = async (key: string, sent?: object): Promise<Answered> => {
  if (sent !== undefined) handedIn.push(sent);
  const { port } = server.address() as AddressInfo;
  try {
    return await answeredBy(
      await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { 'Idempotency-Key': key } }),
    );
  } catch {
    return { state: 'unreachable' };
  }
};

/** What `navigator.locks` does with `ifAvailable`. */
function tabs(): OneTab {
  let isHeld = false;
  return async (act) => {
    if (isHeld) return;
    isHeld = true;
    await act().finally(() => (isHeld = false));
  };
}

const signIn = (user: string, code = 'chacoma') =>
  keepWho({
    ...{ user, roles: ['seller'], member: null },
    coop: { code, name: 'Chacoma', currency: 'BOB', places: 2, timezone: 'America/La_Paz' },
  });

const stateOf = async ({ key }: KeptCommand) => (await keptCommand(key))?.state;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
});
beforeEach(async () => {
  await (await store()).clear('commands');
  await signIn('rosa');
  manner = () => 'done';
  done = [];
  asked = [];
  handedIn = [];
});

test('what was kept is sent once, the oldest first, and stays to be read', async () => {
  const first = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  await keep(SALE, saleOf('7KQ-0002'), '7KQ-0002');
  await new Sender(tabs(), post).send();
  expect(done).toHaveLength(2);
  expect(done[0]).toBe(first.key);
  expect(await waitingCount()).toBe(0);
  expect(await stateOf(first)).toBe('sent');
});

test('where the answer is lost, the same is sent again under the same key', async () => {
  const kept = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  manner = () => 'lost';
  const sender = new Sender(tabs(), post);
  await sender.send();
  expect(await stateOf(kept)).toBe('waiting');
  manner = () => 'done';
  await sender.send();
  expect([asked, done]).toEqual([[kept.key, kept.key], [kept.key]]);
  expect(await stateOf(kept)).toBe('sent');
});

test.each([
  ['a hotel’s sign-in page', { status: 200, type: 'text/html', body: '<html>Wi-Fi</html>' }],
  ['a hotel’s page that says it is JSON', { status: 200, type: 'application/json', body: '<html>Wi-Fi</html>' }],
  ['a proxy’s refusal', { status: 403, type: 'text/html', body: '<html>no</html>' }],
  ['a proxy’s refusal in JSON', { status: 403, type: 'application/json', body: '{"code":"blocked"}' }],
  ['a system that starts', problem(503, 'not-ready')],
  ['a system that fails', problem(500, 'internal')],
  ['a door that is busy', problem(429, 'too-many-requests')],
  ['a session that ended', problem(401, 'unauthenticated')],
])('%s neither did it nor refused it: it waits', async (_, answer) => {
  const kept = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  manner = () => answer;
  await new Sender(tabs(), post).send();
  expect(await stateOf(kept)).toBe('waiting');
});

test('after a session ended nothing more is sent under it', async () => {
  for (let number = 1; number <= 20; number += 1) await keep(SALE, saleOf(`7KQ-${number}`), `7KQ-${number}`);
  manner = () => problem(401, 'unauthenticated');
  await new Sender(tabs(), post).send();
  expect(asked.length).toBeLessThanOrEqual(4);
  expect(await waitingCount()).toBe(20);
});

test('one command that the system cannot do holds up no other', async () => {
  const poisoned = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  for (let number = 2; number <= 20; number += 1) await keep(SALE, saleOf(`7KQ-${number}`), `7KQ-${number}`);
  manner = (key) => (key === poisoned.key ? problem(500, 'internal') : 'done');
  await new Sender(tabs(), post).send();
  expect(await waitingCount()).toBe(1);
});

test('a refusal is kept with its words until it is corrected, and then goes under its old key', async () => {
  const kept = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  manner = () => problem(409, 'retired');
  const sender = new Sender(tabs(), post);
  await sender.send();
  const refused = await keptCommand(kept.key);
  expect(refused).toMatchObject({
    state: 'refused',
    refusal: { code: 'retired', faults: [{ pointer: '/rows/0/market' }] },
  });
  await sender.send();
  expect(asked).toEqual([kept.key]);

  manner = () => 'done';
  await correct(kept.key, saleOf('7KQ-0001', '2'), '7KQ-0001');
  await sender.send();
  expect(asked).toEqual([kept.key, kept.key]);
  expect(await keptCommand(kept.key)).toMatchObject({ state: 'sent', sent: saleOf('7KQ-0001', '2') });
});

test('two tabs that wake at once send each command once', async () => {
  for (let number = 1; number <= 10; number += 1) await keep(SALE, saleOf(`7KQ-${number}`), `7KQ-${number}`);
  const lock = tabs();
  await Promise.all([new Sender(lock, post).send(), new Sender(lock, post).send()]);
  expect(asked).toHaveLength(10);
  expect(new Set(done).size).toBe(10);
});

test('nothing is sent under anybody but whoever kept it', async () => {
  const hers = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  await signIn('elena');
  await new Sender(tabs(), post).send();
  await signIn('rosa', 'otra-asociacion');
  await new Sender(tabs(), post).send();
  expect(asked).toEqual([]);
  await signIn('rosa');
  await new Sender(tabs(), post).send();
  expect(await stateOf(hers)).toBe('sent');
});

test('what follows another waits for it to be done, and is given up with it', async () => {
  const sale = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  const sent = { path: { receipt: '7KQ-0001' }, body: { reason: 'se escribió dos veces' } };
  const reversal = await keep(REVERSAL, sent, '7KQ-0001', { after: sale.key });
  manner = (key) => (key === sale.key ? problem(409, 'retired') : 'done');
  const sender = new Sender(tabs(), post);
  await sender.send();
  expect(asked).toEqual([sale.key]);
  await giveUp(sale.key, 'no fue venta');
  await sender.send();
  expect([await stateOf(sale), await stateOf(reversal)]).toEqual(['given-up', 'given-up']);
  expect(done).toEqual([]);

  const [other] = [await keep(SALE, saleOf('7KQ-0002'), '7KQ-0002')];
  const itsReversal = await keep(REVERSAL, { ...sent, path: { receipt: '7KQ-0002' } }, '7KQ-0002', {
    after: other.key,
  });
  await sender.send();
  expect(done).toEqual([other.key, itsReversal.key]);
});

test('what may have arrived cannot be given up, and what never left can be undone for a moment', async () => {
  const tried = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  manner = () => 'lost';
  const sender = new Sender(tabs(), post);
  await sender.send();
  expect(await giveUp(tried.key, 'me equivoqué')).toBe(false);

  const held = await keep(SALE, saleOf('7KQ-0002'), '7KQ-0002', { heldMs: 600_000 });
  await sender.send();
  expect(asked).not.toContain(held.key);
  expect(await undo(held.key)).toBe(true);
  expect(await undo(tried.key)).toBe(false);
  expect((await keptCommands()).map(({ label }) => label)).toEqual(['7KQ-0001']);
});

test('a clock that was set back holds nothing for ever', async () => {
  const held = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001', { heldMs: 10_000 });
  const ahead = Date.now() + 365 * 86_400_000;
  await (await store()).put('commands', { ...held, keptAt: ahead, heldUntil: ahead + 10_000 });
  await new Sender(tabs(), post).send();
  expect(done).toEqual([held.key]);
});

test('what was sent is dropped after a week, and what waits or was refused never', async () => {
  const database = await store();
  const old = Date.now() - 8 * 86_400_000;
  const sale = (receipt: string) => keep(SALE, saleOf(receipt), receipt);
  const [sent, refused, waiting, fresh] = [await sale('1'), await sale('2'), await sale('3'), await sale('4')];
  manner = (key) => (key === waiting.key ? problem(500, 'internal') : 'done');
  await database.put('commands', { ...sent, state: 'sent', keptAt: old, answeredAt: old });
  await database.put('commands', { ...refused, state: 'refused', keptAt: old, answeredAt: old });
  await database.put('commands', { ...waiting, keptAt: old });
  await new Sender(tabs(), post).send();
  expect((await keptCommands()).map(({ key }) => key).toSorted()).toEqual(
    [refused.key, waiting.key, fresh.key].toSorted(),
  );
});

test('what comes when its season has closed is handed to the treasurer, once, and is hers no more', async () => {
  const kept = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  manner = (key) => (key === kept.key ? problem(409, 'season-closed') : 'lost');
  const sender = new Sender(tabs(), post);
  await sender.send();
  // the answer to the hand-over was lost: it goes again, under its own key
  expect(await stateOf(kept)).toBe('waiting');
  manner = () => 'done';
  await sender.send();
  await sender.send();
  expect(asked).toEqual([kept.key, `${kept.key}.0`, `${kept.key}.0`]);
  expect(handedIn[0]).toEqual({
    body: {
      kind: 'sale',
      row: saleOf('7KQ-0001').body.rows[0],
      keptAt: new Date(kept.keptAt).toISOString(),
      refusal: 'season-closed',
    },
  });
  expect(await stateOf(kept)).toBe('handed-over');
});

test('what the treasurer cannot be handed is refused with the reason', async () => {
  const kept = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  manner = (key) => problem(409, key === kept.key ? 'season-closed' : 'code-taken');
  await new Sender(tabs(), post).send();
  expect(await keptCommand(kept.key)).toMatchObject({ state: 'refused', refusal: { code: 'code-taken' } });
  expect(asked).toHaveLength(2);
});

test('a page that waits for its answer has a late record before itself, and nobody is handed it', async () => {
  const kept = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001', { watchedMs: 600_000 });
  manner = () => problem(409, 'season-closed');
  await new Sender(tabs(), post).send();
  expect([asked, await stateOf(kept)]).toEqual([[kept.key], 'refused']);
});

test('a late receipt that was to be taken back is given up with it', async () => {
  const sale = await keep(SALE, saleOf('7KQ-0001'), '7KQ-0001');
  const sent = { path: { receipt: '7KQ-0001' }, body: { reason: 'se escribió dos veces' } };
  const reversal = await keep(REVERSAL, sent, '7KQ-0001', { after: sale.key });
  manner = () => problem(409, 'season-closed');
  await new Sender(tabs(), post).send();
  expect(asked).toEqual([sale.key]);
  expect(await keptCommand(sale.key)).toMatchObject({ state: 'given-up', reason: 'se escribió dos veces' });
  expect(await stateOf(reversal)).toBe('given-up');
});
