import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { nameUsers, passwordOf } from './people.js';
import { openCoop } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'despedidas';
const DOORS = [
  '/api/members/v1/households',
  '/api/production/v1/structures',
  '/api/inventory/v1/products',
  '/api/sales/v1/markets',
  '/api/profit-sharing/v1/seasons',
];

let system: SystemProcess;
let president: Caller;
beforeAll(async () => {
  system = await startSystem();
  const client = await openCoop(system, COOP);
  await nameUsers(client, COOP, [
    { name: 'second', roles: ['president'] },
    { name: 'irene', roles: ['manager'] },
    { name: 'rosa', roles: ['manager'] },
  ]);
  president = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
});

afterAll(() => system.remove());

const asks = (caller: Caller): Promise<number[]> =>
  Promise.all(DOORS.map(async (path) => (await caller.get(path)).status));
const everywhere = (status: number): number[] => DOORS.map(() => status);

/** Changes a user, and returns once no door lets in who holds a token of before. */
async function shutOut(name: string, change: object, caller: Caller): Promise<void> {
  await until(async (see) => see(await asks(caller)).every((status) => status === 200));
  const reply = await president.ask('PATCH', `/api/members/v1/users/${name}`, {
    body: change,
    headers: { 'if-match': '"2"' },
  });
  expect(reply.status).toBe(200);
  // members itself has no moment between the two
  expect((await caller.get(DOORS[0] ?? '')).status).toBe(401);
  await until(async (see) => see(await asks(caller)).every((status) => status === 401));
}

test('who is dismissed is let in nowhere any more, though her token has not ended', async () => {
  const irene = await Caller.signIn(system.url, COOP, 'irene', passwordOf(COOP));
  await shutOut('irene', { active: false }, irene);
  expect(await asks(irene)).toEqual(everywhere(401));
});

test('who has other roles signs in again, and has no others from then on', async () => {
  const rosa = await Caller.signIn(system.url, COOP, 'rosa', passwordOf(COOP));
  await shutOut('rosa', { roles: ['integrator'] }, rosa);
  const again = await Caller.signIn(system.url, COOP, 'rosa', passwordOf(COOP));
  expect((await again.get('/api/sales/v1/markets')).status).toBe(200);
  expect((await again.post('/api/sales/v1/markets', { rows: [{ name: 'Feria' }] })).status).toBe(403);
});

test('who signs out is signed out everywhere, and of every device', async () => {
  const signIn = (): Promise<Caller> => Caller.signIn(system.url, COOP, 'second', passwordOf(COOP));
  const [phone, laptop] = [await signIn(), await signIn()];
  await until(async (see) => see((await phone.get('/api/sales/v1/markets')).status) === 200);
  expect((await phone.post('/api/members/v1/sessions/ending', {})).status).toBe(201);
  for (const caller of [phone, laptop])
    await until(async (see) => see(await asks(caller)).every((status) => status === 401));
  expect((await (await signIn()).get('/api/members/v1/users')).status).toBe(200);
});

test('a device that is signed out is let in nowhere any more, and the others of its user are', async () => {
  const signIn = async (device: string): Promise<Caller> => {
    const body = { coop: COOP, user: 'second', password: passwordOf(COOP), device };
    const headers = { 'x-ayni': '1' };
    const reply = await new Caller(system.url).ask('POST', '/api/members/v1/sessions/browser', { body, headers });
    expect(reply.status).toBe(201);
    return new Caller(system.url, reply.body.field('token').text);
  };
  const [phone, laptop] = [await signIn('phone'), await signIn('laptop')];
  await until(async (see) => see(await asks(phone)).every((status) => status === 200));
  const { body } = await laptop.get('/api/members/v1/devices');
  const lost = body.field('items').list.find((device) => device.field('label').text === 'phone');
  expect((await laptop.post(`/api/members/v1/devices/${lost?.field('id').text}/ending`, {})).status).toBe(201);
  await until(async (see) => see(await asks(phone)).every((status) => status === 401));
  expect(await asks(laptop)).toEqual(everywhere(200));
});
