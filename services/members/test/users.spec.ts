import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import { member, Office, PASSWORD, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
});

const eva = (more: object = {}): object => ({
  name: 'eva',
  password: PASSWORD,
  roles: ['treasurer', 'manager'],
  ...more,
});

describe('users', () => {
  test('are named by a president and listed without their passwords', async () => {
    const answer = await office.ana.post('/users', { rows: [eva()] }).expect(201);
    expect(answer.body).toMatchObject({ recorded: 1, unchanged: 0, command: { events: {} } });
    const list = await office.ana.get('/users').expect(200);
    expect(list.body.items).toMatchObject([
      { name: 'ana', roles: ['manager', 'president', 'treasurer'], active: true, version: 1 },
      { name: 'eva', roles: ['manager', 'treasurer'], member: null, active: true, version: 1, recordedBy: 'ana' },
    ]);
    expect(JSON.stringify(list.body)).not.toMatch(/argon2|password|secret/i);
    const manager = await office.signIn('eva');
    await manager.post('/users', { rows: [eva({ name: 'own', roles: ['president'] })] }).expect(403);
  });

  test('are the same again whatever password comes with them, and keep the first', async () => {
    await office.ana.post('/users', { rows: [eva()] }).expect(201);
    const again = eva({ roles: ['manager', 'treasurer'], password: 'quite another one' });
    expect((await office.ana.post('/users', { rows: [again] }).expect(201)).body).toMatchObject({ unchanged: 1 });
    await office.signIn('eva');
    const other = await office.ana.post('/users', { rows: [eva({ roles: ['manager'] })] }).expect(409);
    expect(other.body).toMatchObject({ code: 'code-taken', pointer: '/rows/0/name' });
  });

  test('keep no trace of a password, not even where a request is known again', async () => {
    const headers = { 'idempotency-key': 'once' };
    await office.ana.post('/users', { rows: [eva()] }, headers).expect(201);
    const repeated = await office.ana.post('/users', { rows: [eva()] }, headers).expect(201);
    expect(repeated.headers['idempotent-replay']).toBe('true');
    const other = await office.ana.post('/users', { rows: [eva({ password: 'quite another one' })] }, headers);
    expect([other.status, other.body]).toMatchObject([409, { code: 'idempotency-key-reused' }]);
    const { rows } = await members.service.sql.query<{ text: string }>(
      `SELECT (SELECT json_agg(u) FROM users u)::text || (SELECT json_agg(c) FROM commands c)::text ||
         (SELECT json_agg(o) FROM outbox o)::text AS text`,
    );
    expect(rows[0]?.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(rows[0]?.text).not.toContain(PASSWORD);
  });

  test('may be linked to a member of the register, and see then only her own', async () => {
    await office.ana.post('/members', { rows: [member('007'), member('008')] }).expect(201);
    const stranger = await office.ana.post('/users', { rows: [eva({ member: '009' })] }).expect(400);
    expect(stranger.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/0/member' });
    const unlinked = await office.ana.post('/users', { rows: [eva({ roles: ['member'] })] }).expect(400);
    expect(unlinked.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/roles' });
    const own = await office.user('eva', ['member'], '007');
    expect((await own.get('/members').expect(200)).body.items).toMatchObject([
      { number: '007', surnames: 'Yujra Alanoca' },
    ]);
    expect((await own.get('/members/007').expect(200)).body).toMatchObject({ number: '007' });
    for (const path of ['/members/008', '/members/999', '/members?member=008'])
      expect((await own.get(path)).body).toMatchObject({ status: 403, code: 'not-yours' });
  });

  test('take a name of one script that nobody takes for the name of another', async () => {
    await office.ana.post('/users', { rows: [eva({ name: 'coco' })] }).expect(201);
    const alike = await office.ana.post('/users', { rows: [eva({ name: 'сосо' })] }).expect(409);
    expect(alike.body).toMatchObject({ code: 'looks-alike', pointer: '/rows/0/name' });
    for (const name of ['cоco', 'eva maria', 'eva/maria']) {
      const mixed = await office.ana.post('/users', { rows: [eva({ name })] }).expect(400);
      expect(mixed.body).toMatchObject({ code: 'bad-name', pointer: '/rows/0/name' });
    }
  });

  test.each([
    ['no name', { name: undefined }, 'bad-field', 'name'],
    ['a name with signs around', { name: '-eva' }, 'bad-field', 'name'],
    ['a short password', { password: 'nine sign' }, 'weak-password', 'password'],
    ['a password that is a number', { password: 1e30 }, 'weak-password', 'password'],
    ['no roles', { roles: [] }, 'bad-field', 'roles'],
    ['a role that is none', { roles: ['king'] }, 'bad-field', 'roles'],
    ['a role twice', { roles: ['manager', 'manager'] }, 'bad-field', 'roles'],
    ['roles that are no list', { roles: 'manager' }, 'bad-field', 'roles'],
    ['a hash', { passwordHash: 'x' }, 'unknown-field', 'passwordHash'],
  ])('are refused with %s', async (_, more, code, field) => {
    const refused = await office.ana.post('/users', { rows: [eva(more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/0/${field}` }]);
    expect(await office.count('users')).toBe(1);
  });
});

describe('changing a user', () => {
  test('takes the version that was read, and answers the next', async () => {
    await office.ana.post('/users', { rows: [eva()] }).expect(201);
    const changed = await office.ana.patch('/users/eva', { roles: ['integrator'] }, 1).expect(200);
    expect([changed.headers['etag'], changed.body]).toMatchObject(['"2"', { user: { name: 'eva' }, version: 2 }]);
    const stale = await office.ana.patch('/users/eva', { active: false }, 1).expect(412);
    expect(stale.body).toMatchObject({ code: 'stale-version' });
    const unread = await office.ana.post('/users', { rows: [eva()] }, { 'if-match': '' }).expect(201);
    expect(unread.body).toMatchObject({ unchanged: 1 });
    const list = await office.ana.get('/users').expect(200);
    expect(list.body.items[1]).toMatchObject({ roles: ['integrator'], active: true, version: 2 });
  });

  test('repeats its answer and its version for the same key', async () => {
    await office.ana.post('/users', { rows: [eva()] }).expect(201);
    const headers = { 'idempotency-key': 'again' };
    const first = await office.ana.patch('/users/eva', { active: false }, 1, headers).expect(200);
    const second = await office.ana.patch('/users/eva', { active: false }, 1, headers).expect(200);
    expect([second.headers['idempotent-replay'], second.headers['etag']]).toEqual(['true', '"2"']);
    expect(second.body).toEqual(first.body);
  });

  test('gives a new password in place of the old one', async () => {
    await office.ana.post('/users', { rows: [eva()] }).expect(201);
    await office.ana.patch('/users/eva', { password: 'quite another one' }, 1).expect(200);
    await office.signIn('eva', 'quite another one');
    const old = { coop: office.code, user: 'eva', password: PASSWORD };
    await members.service.client().post('/sessions', old).expect(401);
  });

  test('never takes away the last president, also when two step down at once', async () => {
    for (const change of [{ roles: ['treasurer'] }, { active: false }]) {
      const refused = await office.ana.patch('/users/ana', change, 1).expect(409);
      expect(refused.body).toMatchObject({ code: 'last-president' });
    }
    const second = await office.user('eva', ['president']);
    const { sql } = members.service;
    const holder = await sql.connect();
    await holder.query('BEGIN; SELECT 1 FROM users FOR UPDATE');
    const stepDown = Promise.all([
      office.ana.patch('/users/ana', { roles: ['treasurer'] }, 1),
      second.patch('/users/eva', { active: false }, 2),
    ]);
    await until(async (see) => {
      const { rows } = await sql.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return see(rows.length) === 2;
    });
    await holder.query('ROLLBACK');
    holder.release();
    const both = await stepDown;
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    ['nothing', {}, 'nothing-to-do'],
    ['nulls', { roles: null, active: null, password: null }, 'nothing-to-do'],
    ['a word for yes', { active: 'yes' }, 'bad-field'],
    ['a role of a member where she is none', { roles: ['member'] }, 'bad-field'],
    ['another name', { name: 'eve' }, 'unknown-field'],
  ])('refuses %s', async (_, change, code) => {
    await office.ana.post('/users', { rows: [eva()] }).expect(201);
    const refused = await office.ana.patch('/users/eva', change, 1);
    expect([refused.status, refused.body]).toMatchObject([400, { code }]);
  });

  test('refuses somebody who is not there, and a request that names no version', async () => {
    await office.ana.patch('/users/nobody', { active: false }, 1).expect(404);
    const blind = await office.ana.patch('/users/ana', { active: false }, 1, { 'if-match': '*' }).expect(400);
    expect(blind.body).toMatchObject({ code: 'if-match-missing' });
  });
});
