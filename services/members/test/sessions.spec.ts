import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { member, NOW, Office, PASSWORD, startMembers, type Members } from './office.js';

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

const signIn = (more: object = {}) =>
  members.service.client().post('/sessions', { coop: office.code, user: 'ana', password: PASSWORD, ...more });

describe('signing in', () => {
  test('gives a token of ten minutes that anybody verifies by the published keys', async () => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    await office.user('eva', ['member'], '007');
    const { body, headers } = await signIn({ user: 'eva' }).expect(201);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.expiresAt).toBe('2026-03-02T16:10:00.000Z');
    const keys = await members.service.client().get('/keys').expect(200);
    expect(keys.body).toEqual(members.keys);
    expect(JSON.stringify(keys.body)).not.toContain('"d"');
    const { payload } = await jwtVerify(body.token, createLocalJWKSet(keys.body), {
      issuer: 'ayni',
      audience: 'ayni',
      currentDate: members.service.clock.now(),
    });
    expect(payload).toMatchObject({ sub: 'eva', coop: office.coop, roles: ['member'], member: '007' });
    expect(decodeProtectedHeader(body.token)).toEqual({ alg: 'EdDSA', kid: 'k1' });
  });

  test('answers the same whichever of co-op, user and password is wrong, and whether she may still sign in', async () => {
    await office.user('eva', ['integrator']);
    await office.ana.patch('/users/eva', { active: false }, 2).expect(200);
    const wrong = [{ coop: 'nowhere' }, { user: 'nobody' }, { password: 'not the secret' }, { user: 'eva' }];
    const answers = await Promise.all(wrong.map((more) => signIn(more)));
    for (const { status, body } of answers)
      expect([status, { ...body, requestId: '' }]).toEqual([401, { ...answers[0]?.body, requestId: '' }]);
    expect(answers[0]?.body).toMatchObject({ code: 'bad-credentials' });
  });

  test('takes a password whichever way the keyboard puts its letters together', async () => {
    const rows = [{ name: 'eva', password: 'ma\u00f1anita en Chacoma', roles: ['manager'] }];
    await office.ana.post('/users', { rows }).expect(201);
    await signIn({ user: 'eva', password: 'man\u0303anita en Chacoma' }).expect(201);
  });

  test('is slowed down for who keeps guessing, known or not, and for nobody else', async () => {
    await office.user('eva', ['manager']);
    for (const user of ['ana', 'nobody']) {
      for (let i = 0; i < 10; i += 1) await signIn({ user, password: 'not the secret' }).expect(401);
      const refused = await signIn({ user }).expect(429);
      expect(refused.body).toMatchObject({ code: 'too-many-attempts' });
      expect(refused.headers['retry-after']).toBe('1');
    }
    await signIn({ user: 'eva' }).expect(201);
    members.service.clock.moveTo('2026-03-02T12:00:02-04:00');
    await signIn().expect(201);
    await signIn({ password: 'not the secret' }).expect(401);
  });

  test.each([
    ['a password longer than any', { password: 'x'.repeat(129) }],
    ['no password', { password: undefined }],
    ['a password that is no text', { password: ['x'] }],
    ['a co-op that is no code', { coop: `'; --` }],
    ['a name longer than any', { user: 'x'.repeat(65) }],
  ])('refuses %s before anything is hashed', async (_, more) => {
    const refused = await signIn(more).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-field' });
  });

  test('needs a body', async () => {
    const url = `${members.service.url}/api/members/v1/sessions`;
    const { status } = await fetch(url, { method: 'POST' });
    expect(status).toBe(400);
  });
});

test('who is not signed in is told so, and who has another role is told which it takes', async () => {
  const nobody = members.service.client();
  for (const path of ['/coop', '/households', '/members', '/members/007', '/users', '/resolutions'])
    expect((await nobody.get(path)).body).toMatchObject({ status: 401, code: 'unauthenticated' });
  const outsider = await office.user('ngo', ['integrator']);
  for (const path of ['/households', '/members/007', '/users'])
    expect((await outsider.get(path)).body).toMatchObject({ status: 403, code: 'forbidden' });
  for (const path of ['/households', '/members', '/users', '/resolutions', '/members/007/departure'])
    await outsider.post(path, { rows: [] }).expect((answer) => expect(answer.status).toBe(403));
});
