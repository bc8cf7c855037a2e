import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '@ayni/testing-service/service';
import { NOW, Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  members.service.clock.moveTo(NOW);
  office = await Office.of(members);
});

const KIOSK = { name: 'kiosk', roles: ['manager'], scopes: ['households:read', 'members:write'] };

const make = async (more: object = {}): Promise<string> => {
  const { body } = await office.ana.post('/api-keys', { ...KIOSK, ...more }).expect(201);
  return String(body.key);
};
const exchange = (key: string) => members.service.client().post('/sessions/program', { key });
const program = async (key: string): Promise<Client> => {
  const { body } = await exchange(key).expect(201);
  return members.service.client(String(body.token));
};

describe("a program's key", () => {
  test('is told once, has 256 bits, and is kept as a digest; its prefix is shown', async () => {
    const headers = { 'idempotency-key': 'once' };
    const { body } = await office.ana.post('/api-keys', KIOSK, headers).expect(201);
    expect(body.key).toMatch(/^ayni_[0-9a-f]{8}_[\w-]{43}$/);
    expect(body.made).toEqual({ name: 'kiosk', prefix: body.key.slice(0, 13), expiresOn: '2027-03-02' });
    const again = await office.ana.post('/api-keys', KIOSK, headers).expect(201);
    expect(again.body).toMatchObject({ made: body.made, key: null });
    for (const table of ['api_keys', 'commands', 'outbox']) {
      const { rows } = await members.service.sql.query<{ row: string }>(
        `SELECT to_json(t)::text AS row FROM ${table} t WHERE coop_id = $1`,
        [office.coop],
      );
      expect(rows.map(({ row }) => row).join()).not.toContain(body.key.slice(14));
    }
  });

  test('lets a program in with its roles, for the kinds of records that it names, and no further', async () => {
    const kiosk = await program(await make());
    await kiosk.get('/households').expect(200);
    const rows = [{ number: '001', surnames: 'Yujra', household: 'F01', joinedOn: '2020-05-13' }];
    const whole = rows.map((row) => ({ ...row, givenNames: 'Eva', sex: 'F', birthYear: 1990 }));
    await kiosk.post('/members', { rows: whole }).expect(201);
    for (const path of ['/members', '/resolutions', '/coop']) {
      const { body } = await kiosk.get(path).expect(403);
      expect(body).toMatchObject({ code: 'out-of-scope' });
    }
    expect((await kiosk.post('/households', { rows: [] }).expect(403)).body).toMatchObject({
      code: 'out-of-scope',
      detail: expect.stringContaining('households:write'),
    });
    // what its role may not do its scopes do not open
    for (const path of ['/api-keys', '/trail'])
      expect((await kiosk.get(path).expect(403)).body).toMatchObject({ code: 'forbidden' });
    const { rows: made } = await members.service.sql.query('SELECT recorded_by FROM members WHERE coop_id = $1', [
      office.coop,
    ]);
    expect(made).toEqual([{ recorded_by: 'key:kiosk' }]);
  });

  test('that was ended lets nobody in from then on, and the others are told', async () => {
    const key = await make();
    const kiosk = await program(key);
    await office.ana.post('/api-keys/kiosk/ending', {}).expect(201);
    await kiosk.get('/households').expect(401);
    expect((await exchange(key).expect(401)).body).toMatchObject({ code: 'bad-key' });
    await office.ana.post('/api-keys/kiosk/ending', {}).expect(404);
    const told = (await members.service.told(office.coop)).find(({ type }) => /access-ended/.test(type));
    expect(told).toMatchObject({ seq: 1, data: { user: 'key:kiosk' } });
    // its name means nobody else
    expect((await office.ana.post('/api-keys', KIOSK).expect(409)).body).toMatchObject({ code: 'code-taken' });
  });

  test('is one by its name, in whatever case that is written', async () => {
    await make();
    for (const name of ['Kiosk', 'KIOSK'])
      expect((await office.ana.post('/api-keys', { ...KIOSK, name }).expect(409)).body).toMatchObject({
        ...{ code: 'code-taken', pointer: '/name' },
      });
    const { body } = await office.ana.post('/api-keys/KIOSK/ending', {}).expect(201);
    expect(body).toMatchObject({ key: { name: 'kiosk' } });
    const none = await office.ana.post('/api-keys/nobody/ending', {}).expect(404);
    expect(none.body).toMatchObject({ code: 'not-found', detail: 'No existe la clave nobody.' });
  });

  test('is good to the end of its last day in the zone of the co-op', async () => {
    const key = await make({ expiresOn: '2026-03-03' });
    members.service.clock.moveTo('2026-03-03T23:50:00-04:00');
    await exchange(key).expect(201);
    members.service.clock.moveTo('2026-03-04T00:00:00-04:00');
    await exchange(key).expect(401);
  });

  test('is listed for the president with when it was used last, and never whole', async () => {
    const key = await make();
    members.service.clock.moveTo('2026-03-02T12:05:00-04:00');
    await program(key);
    const { body, text } = await office.ana.get('/api-keys').expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        name: 'kiosk',
        prefix: key.slice(0, 13),
        usedAt: '2026-03-02T16:05:00.000Z',
        endedAt: null,
      }),
    ]);
    expect(text).not.toContain(key.slice(14));
    const eva = await office.user('eva', ['manager', 'treasurer']);
    await eva.get('/api-keys').expect(403);
    await eva.post('/api-keys', KIOSK).expect(403);
  });

  test.each([
    ['of a role that names people', { roles: ['president'] }, 'bad-field'],
    ['of a role that is a person', { roles: ['member'] }, 'bad-field'],
    ['for what is none', { scopes: ['users:write'] }, 'bad-field'],
    ['for nothing', { scopes: [] }, 'bad-field'],
    ['that ended yesterday', { expiresOn: '2026-03-01' }, 'bad-field'],
    ['that never ends', { expiresOn: '2036-03-01' }, 'bad-field'],
    ['of two scripts', { name: 'kiоsk' }, 'bad-name'],
  ])('is not made %s', async (_, more, code) => {
    const { body } = await office.ana.post('/api-keys', { ...KIOSK, ...more }).expect(400);
    expect(['bad-field', code]).toContain(body.code);
  });

  test.each(['', 'x', 'ayni_00000000_', `ayni_00000000_${'a'.repeat(43)}`, "' OR true --"])(
    'is not "%s"',
    async (key) => {
      const { status, body } = await exchange(key);
      expect([status, body.code]).toEqual(key === '' ? [400, 'bad-field'] : [401, 'bad-key']);
    },
  );
});
