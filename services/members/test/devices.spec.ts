import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import supertest from 'supertest';
import type { Client } from '@ayni/testing-service/service';
import { NOW, Office, PASSWORD, startMembers, type Members } from './office.js';

const PAGE = { 'x-ayni': '1', 'sec-fetch-site': 'same-origin' };
const DAY_MS = 86_400_000;

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

type Answer = { readonly headers: Readonly<Record<string, unknown>>; readonly body: { readonly token?: string } };

const cookieOf = ({ headers }: Answer): string => {
  const [cookie = ''] = [headers['set-cookie']].flat().map(String);
  return cookie;
};
const valueOf = (answer: Answer): string => cookieOf(answer).split(';')[0] ?? '';

const later = (days: number): void =>
  members.service.clock.moveTo(new Date(members.service.clock.now().getTime() + days * DAY_MS).toISOString());

const open = (more: object = {}, headers: Record<string, string> = PAGE) =>
  members.service
    .client()
    .post('/sessions/browser', { coop: office.code, user: 'ana', password: PASSWORD, ...more }, headers);
const renew = (cookie: string, headers: Record<string, string> = {}, body: object = {}) =>
  members.service.client().post('/sessions/browser/renewal', body, { ...PAGE, cookie, ...headers });
const holder = (answer: Answer): Client => members.service.client(String(answer.body.token));

describe('a browser', () => {
  test('is given a cookie that no script reads, that no other site sends, and that is no use elsewhere', async () => {
    const opened = await open().expect(201);
    expect(cookieOf(opened)).toMatch(
      /^ayni=[\w.-]+; Max-Age=10368000; Path=\/api\/members\/v1\/sessions\/browser; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    await holder(opened).get('/users').expect(200);
    const overTls = await open({}, { ...PAGE, 'x-forwarded-proto': 'https' }).expect(201);
    expect(cookieOf(overTls)).toMatch(/^__Secure-ayni=.*; HttpOnly; Secure; SameSite=Strict$/);
    const { rows } = await members.service.sql.query('SELECT * FROM devices WHERE coop_id = $1', [office.coop]);
    const [, family = '', value = ''] = valueOf(opened).split('.');
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(family);
    expect(JSON.stringify(rows)).not.toContain(value);
  });

  test('gets a token and the next cookie for each cookie, though months lie between', async () => {
    let answer: Answer = await open().expect(201);
    for (const days of [0.01, 119, 119]) {
      later(days);
      answer = await renew(valueOf(answer)).expect(201);
      await holder(answer).get('/users').expect(200);
    }
    later(121);
    const late = await renew(valueOf(answer)).expect(401);
    expect(late.body).toMatchObject({ code: 'bad-token' });
    expect(cookieOf(late)).toMatch(/^ayni=;.*Expires=Thu, 01 Jan 1970/);
  });

  test('stays signed in where an answer was lost, or two tabs asked at once', async () => {
    const opened = await open().expect(201);
    const lost = await renew(valueOf(opened)).expect(201);
    const [one, other] = await Promise.all([renew(valueOf(opened)), renew(valueOf(opened))]);
    expect([one.status, other.status]).toEqual([201, 201]);
    const next = await renew(valueOf(one)).expect(201);
    await holder(next).get('/users').expect(200);
    // those that were never used went with the one that was
    await renew(valueOf(lost)).expect(401);
  });

  test('is signed out where a cookie that was followed by others is shown again: it is in two hands', async () => {
    const opened = await open().expect(201);
    const second = await renew(valueOf(opened)).expect(201);
    const third = await renew(valueOf(second)).expect(201);
    await renew(valueOf(opened)).expect(401);
    await holder(third).get('/users').expect(401);
    await renew(valueOf(third)).expect(401);
    const ended = (await members.service.told(office.coop)).filter(({ type }) => /access-ended/.test(type));
    expect(ended).toEqual([expect.objectContaining({ seq: 1, data: expect.objectContaining({ user: 'ana' }) })]);
  });

  test('shows the cookie of a lost answer once more for a day, and no longer', async () => {
    const opened = await open().expect(201);
    const shown = await renew(valueOf(opened)).expect(201);
    await renew(valueOf(shown)).expect(201);
    later(1.01);
    await renew(valueOf(shown)).expect(401);
  });

  test.each([
    ['without our header', { 'x-ayni': '' }],
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
    ['of another origin', { origin: 'https://elsewhere.example' }],
    ['of an origin that hides', { origin: 'null' }],
  ])('is not spoken for by a page %s', async (_, headers) => {
    const opened = await open().expect(201);
    for (const path of ['renewal', 'ending']) {
      const sent = { ...PAGE, ...headers, cookie: valueOf(opened) };
      const refused = await members.service.client().post(`/sessions/browser/${path}`, {}, sent).expect(403);
      expect(refused.body).toMatchObject({ code: 'not-our-page' });
    }
    await open({}, { ...PAGE, ...headers }).expect(403);
    await renew(valueOf(opened)).expect(201);
  });

  test.each([
    '',
    'ayni=',
    'ayni=x',
    'ayni=a.b.c',
    `ayni=${'0'.repeat(36)}.${'a'.repeat(22)}.${'b'.repeat(43)}`,
    'other=1',
  ])('with the cookie "%s" is signed in as nobody', async (cookie) => {
    expect((await renew(cookie).expect(401)).body).toMatchObject({ code: 'bad-token' });
  });

  test('gets no cookie for a password that somebody else gave', async () => {
    const rows = [{ name: 'eva', password: 'only for the first day', roles: ['integrator'] }];
    await office.ana.post('/users', { rows }).expect(201);
    const opened = await open({ user: 'eva', password: 'only for the first day' }).expect(201);
    expect(opened.body).toMatchObject({ choosing: true });
    expect(opened.headers['set-cookie']).toBeUndefined();
  });

  test('is signed out by itself, though its token has ended', async () => {
    const opened = await open().expect(201);
    const { body } = await members.service
      .client()
      .post('/sessions/browser/ending', {}, { ...PAGE, cookie: valueOf(opened) })
      .expect(201);
    expect(body).toEqual({ ended: true });
    await holder(opened).get('/users').expect(401);
    await renew(valueOf(opened)).expect(401);
  });
});

describe('devices', () => {
  test('are listed for their user alone, with when they were last used, and ended one by one', async () => {
    const eva = await office.user('eva', ['integrator']);
    const phone = await open({ device: 'Teléfono' }).expect(201);
    const laptop = await open(
      {},
      { ...PAGE, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0' },
    ).expect(201);
    later(1 / 288);
    const { token } = (await renew(valueOf(laptop)).expect(201)).body;
    const client = members.service.client(String(token));
    const { items } = (await client.get('/devices').expect(200)).body;
    expect(items).toEqual([
      expect.objectContaining({ label: 'Teléfono', usedAt: '2026-03-02T16:00:00.000Z' }),
      expect.objectContaining({ label: 'Firefox · Linux', usedAt: '2026-03-02T16:05:00.000Z' }),
    ]);
    expect((await eva.get('/devices').expect(200)).body.items).toEqual([]);
    await eva.post(`/devices/${items[0].id}/ending`, {}).expect(404);
    await renew(valueOf(phone)).expect(201);

    await client.post(`/devices/${items[0].id}/ending`, {}).expect(201);
    await client.post(`/devices/${items[0].id}/ending`, {}).expect(404);
    await renew(valueOf(phone)).expect(401);
    await client.get('/devices').expect(200);
  });

  test('say how many records they keep: whoever closes a season sees which phone has not sent them', async () => {
    const eva = await office.user('eva', ['treasurer']);
    const phone = await open({ device: 'Teléfono' }).expect(201);
    const [other] = (await office.ana.get('/devices').expect(200)).body.items;
    const waiting = async (): Promise<object> => (await eva.get('/user-devices').expect(200)).body.items;
    expect(await waiting()).toEqual([expect.objectContaining({ user: 'ana', label: 'Teléfono', waiting: 0 })]);
    const said = await renew(valueOf(phone), {}, { waiting: 12 }).expect(201);
    expect(await waiting()).toEqual([expect.objectContaining({ user: 'ana', waiting: 12 })]);
    for (const body of [{}, { waiting: null }]) await renew(valueOf(said), {}, body).expect(201);
    await supertest(members.service.url)
      .post('/api/members/v1/sessions/browser/renewal')
      .set({ ...PAGE, cookie: valueOf(said) })
      .expect(201);
    expect(await waiting()).toEqual([expect.objectContaining({ waiting: 12 })]);
    for (const bad of [-1, 1.5, '3', 1e9])
      expect((await renew(valueOf(said), {}, { waiting: bad }).expect(400)).body).toMatchObject({ code: 'bad-field' });
    await renew(valueOf(said), {}, { waiting: 0 }).expect(201);
    expect(await waiting()).toEqual([expect.objectContaining({ waiting: 0 })]);
    expect((await eva.get('/user-devices?user=eva').expect(200)).body.items).toEqual([]);

    await eva.post(`/user-devices/${other.id}/ending`, {}).expect(403);
    await office.ana.post(`/user-devices/${other.id}/ending`, {}).expect(201);
    await office.ana.post(`/user-devices/${other.id}/ending`, {}).expect(404);
    await renew(valueOf(said)).expect(401);
  });

  test.each([
    ['she signs out of all', (ana: Client) => ana.post('/sessions/ending', {})],
    [
      'she chooses another password',
      (ana: Client) => ana.post('/password', { current: PASSWORD, password: 'quite another' }),
    ],
  ])('are all signed out when %s', async (_, act) => {
    const phone = await open().expect(201);
    await act(office.ana).expect(201);
    await holder(phone).get('/users').expect(401);
    await renew(valueOf(phone)).expect(401);
  });

  test('of a dismissed user are signed out; who has other roles has them with her next token', async () => {
    await office.user('eva', ['manager']);
    const phone = await open({ user: 'eva' }).expect(201);
    await office.ana.patch('/users/eva', { roles: ['integrator'] }, 2).expect(200);
    await holder(phone).get('/coop').expect(401);
    const renewed = await renew(valueOf(phone)).expect(201);
    await holder(renewed).get('/households').expect(403);
    await office.ana.patch('/users/eva', { active: false }, 3).expect(200);
    await renew(valueOf(renewed)).expect(401);
  });
});
