import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { GIVEN, NOW, Office, PASSWORD, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers({ proxies: 1 });
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  members.service.clock.moveTo(NOW);
  office = await Office.of(members);
});

type Row = Readonly<Record<'number' | 'user' | 'act' | 'subject' | 'told' | 'source' | 'hash', string>>;

const trail = async (query = ''): Promise<Row[]> => (await office.ana.get(`/trail${query}`).expect(200)).body.items;

describe('the trail', () => {
  test('says who did what of consequence, when and from where, and nothing that is secret', async () => {
    const from = { 'x-forwarded-for': '190.1.2.3' };
    const rows = [{ name: 'eva', password: GIVEN, roles: ['manager'] }];
    await office.ana.post('/users', { rows }, from).expect(201);
    await office.ana
      .patch('/users/eva', { roles: ['integrator'], password: 'another for the day' }, 1, from)
      .expect(200);
    const key = { name: 'ngo', roles: ['integrator'], scopes: ['sales:read'] };
    await office.ana.post('/api-keys', key, from).expect(201);
    await office.ana.post('/api-keys/ngo/ending', {}, from).expect(201);
    await office.ana.get('/users').expect(200);
    const found = await trail();
    expect(found.map(({ number, user, act, subject, source }) => [number, user, act, subject, source])).toEqual([
      ['1', 'operator', 'coops.make', office.code, ''],
      ['2', 'ana', 'users.register', 'eva', '190.1.2.3'],
      ['3', 'ana', 'users.change', 'eva', '190.1.2.3'],
      ['4', 'ana', 'api-keys.make', 'ngo', '190.1.2.3'],
      ['5', 'ana', 'api-keys.end', 'ngo', '190.1.2.3'],
    ]);
    expect(JSON.parse(found[1]?.told ?? '')).toEqual({ rows: [{ name: 'eva', password: '…', roles: ['manager'] }] });
    expect(JSON.parse(found[2]?.told ?? '')).toEqual({ roles: ['integrator'], password: '…' });
    const { text } = await office.ana.get('/trail?format=csv&act=users.change').expect(200);
    expect(text.split('\r\n')[1]).toMatch(/^3,2026-03-02T16:00:00.000Z,ana,users.change,eva,/);
    expect(await trail('?subject=eva')).toHaveLength(2);
    expect(await trail('?to=2026-03-01')).toEqual([]);
  });

  test('has nothing of what was refused, tried or repeated', async () => {
    const rows = [{ name: 'eva', password: GIVEN, roles: ['manager'] }];
    await office.ana.post('/users', { rows: [{ ...rows[0], member: '999' }] }).expect(400);
    await office.ana.post('/users?trial=true', { rows }).expect(200);
    const once = { 'idempotency-key': 'once' };
    await office.ana.post('/users', { rows }, once).expect(201);
    await office.ana.post('/users', { rows }, once).expect(201);
    // the same rows again, as another command
    expect((await office.ana.post('/users', { rows }).expect(201)).body).toMatchObject({ recorded: 0 });
    expect((await trail()).map(({ act }) => act)).toEqual(['coops.make', 'users.register']);
  });

  test('has every act once and in a row, though many come at once', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `key-${i}`);
    const key = { roles: ['integrator'], scopes: ['sales:read'] };
    const made = await Promise.all(names.map((name) => office.ana.post('/api-keys', { ...key, name })));
    expect(made.map(({ status }) => status)).toEqual(names.map(() => 201));
    expect((await trail()).map(({ number }) => Number(number))).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
  });

  test('is read by the president alone, and changed by nobody who runs the service', async () => {
    const eva = await office.user('eva', ['manager', 'treasurer']);
    await eva.get('/trail').expect(403);
    const client = new pg.Client({ connectionString: members.service.database.url('runtime') });
    await client.connect();
    try {
      await client.query(`SELECT set_config('app.coop', $1, false)`, [office.coop]);
      for (const text of [`UPDATE trail SET user_name = 'eva'`, 'DELETE FROM trail', 'TRUNCATE trail'])
        await expect(client.query(text)).rejects.toThrow('permission denied');
      // a number and a hash of one's own are written over
      await client.query(
        `INSERT INTO trail (coop_id, number, at, user_name, act, subject, told, source, hash)
         VALUES ($1, 1, now(), 'eva', 'x', '', '', '', 'forged')`,
        [office.coop],
      );
    } finally {
      await client.end();
    }
    const last = (await trail()).at(-1);
    expect(last?.number).not.toBe('1');
    expect(last?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('refused sign-ins', () => {
  const signIn = (user: string, password: string, source: string) =>
    members.service
      .client()
      .post('/sessions', { coop: office.code, user, password }, { 'x-forwarded-for': source })
      .then(({ status }) => status);

  test('are counted by user, address and minute, beside the trail; what was typed for a name is not kept', async () => {
    for (const source of ['190.1.2.3', '190.1.2.3', '190.9.9.9']) await signIn('ana', 'not the secret', source);
    await signIn(PASSWORD.replaceAll(' ', ''), 'x', '190.1.2.3');
    await signIn('ana', PASSWORD, '190.1.2.3');
    const { body, text } = await office.ana.get('/refused-sign-ins').expect(200);
    const minute = '2026-03-02T16:00:00.000Z';
    expect(body.items).toEqual([
      { minute, user: '', source: '190.1.2.3', count: 1 },
      { minute, user: 'ana', source: '190.1.2.3', count: 2 },
      { minute, user: 'ana', source: '190.9.9.9', count: 1 },
    ]);
    expect(text).not.toContain('secret');
    expect((await trail()).map(({ act }) => act)).toEqual(['coops.make']);
    const eva = await office.user('eva', ['treasurer']);
    await eva.get('/refused-sign-ins').expect(403);
  });
});
