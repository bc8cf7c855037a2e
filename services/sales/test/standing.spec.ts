import { accessEnded, userChanged, type DataOf } from '@ayni/contracts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { until } from '@ayni/testing/until';
import { Stall } from './stall.js';

let service: TestService;
let stall: Stall;
beforeAll(async () => {
  service = await Stall.start();
  stall = await Stall.open(service);
});
afterAll(() => service.stop());

const changed = (data: Partial<DataOf<typeof userChanged>>): Promise<void> => {
  const { name = 'eva', version = 2 } = data;
  const user = { name, version, roles: ['manager'], active: true, ...data };
  return service.hear(stall.coop, (tx) => tx.publish(userChanged, `user/${name}`, version, user));
};

test('a user of whom nothing was heard is taken at the word of her token', async () => {
  await stall.manager.get('/markets').expect(200);
});

test.each([
  ['was dismissed', { name: 'rosa', active: false }],
  ['has other roles', { name: 'lidia', roles: ['integrator'] }],
])('a user who %s is let in no longer, as soon as it is heard', async (_, change) => {
  const user = await service.signIn(stall.coop, { user: change.name, roles: ['manager'], version: 1 });
  await changed({ ...change, version: 1, active: true, roles: ['manager'] });
  await user.post('/markets', { rows: [{ name: `Feria de ${change.name}` }] }).expect(201);
  await changed(change);
  expect((await user.get('/markets').expect(401)).body).toMatchObject({ code: 'bad-token' });
  await user.post('/markets', { rows: [{ name: 'Feria que no es' }] }).expect(401);
  const again = await service.signIn(stall.coop, { user: change.name, roles: ['manager'], version: 2 });
  await again.get('/markets').expect('active' in change ? 401 : 200);
});

test('what another process of the service heard is known here within half a second', async () => {
  const user = await service.signIn(stall.coop, { user: 'irene', roles: ['manager'], version: 1 });
  await user.get('/markets').expect(200);
  await service.sql.query(
    `INSERT INTO users (coop_id, name, version, roles, active) VALUES ($1, 'irene', 2, '["manager"]', false)`,
    [stall.coop],
  );
  await until(async (see) => see((await user.get('/markets')).status) === 401);
});

test('an older event changes nothing that a newer one said', async () => {
  await changed({ name: 'nina', version: 3, active: false });
  await changed({ name: 'nina', version: 2 });
  const user = await service.signIn(stall.coop, { user: 'nina', roles: ['manager'], version: 3 });
  await user.get('/markets').expect(401);
});

test('a device that was signed out is let in no longer, and the others of its user are', async () => {
  const access = '019b2f6a-3000-7000-8000-000000000001';
  const [phone, laptop] = [
    await service.signIn(stall.coop, { user: 'olga', roles: ['manager'], access }),
    await service.signIn(stall.coop, { user: 'olga', roles: ['manager'] }),
  ];
  await phone.get('/markets').expect(200);
  await service.hear(stall.coop, (tx) => tx.publish(accessEnded, `access/${access}`, 1, { access, user: 'olga' }));
  expect((await phone.get('/markets').expect(401)).body).toMatchObject({ code: 'bad-token' });
  await laptop.get('/markets').expect(200);
});

test('a program is let in for the kinds of records that its key names', async () => {
  const key = { user: 'key:kiosk', roles: ['manager'] as const, access: '019b2f6a-3000-7000-8000-000000000002' };
  const kiosk = await service.signIn(stall.coop, { ...key, scopes: ['markets:write', 'sales:read'] });
  await kiosk.post('/markets', { rows: [{ name: 'Feria del quiosco' }] }).expect(201);
  await kiosk.get('/sales').expect(200);
  for (const answer of [await kiosk.get('/markets'), await kiosk.post('/sales', { rows: [] })])
    expect([answer.status, answer.body.code]).toEqual([403, 'out-of-scope']);
  await kiosk.get('/SALES').expect(200);
  await kiosk.get('/MARKETS/').expect(403);
  const command = '019b2f6a-3000-7000-8000-000000000003';
  await kiosk.get(`/commands/${command}?events=ayni.sales.sale-recorded.v1:1`).expect(200);
});
