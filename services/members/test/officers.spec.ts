import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '@ayni/testing-service/service';
import { nameOfficer } from '../src/index.js';
import { GIVEN, member, Office, PASSWORD, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
let bea: Client;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
  bea = await office.user('bea', ['treasurer']);
});

const name = (user: string, roles: readonly string[], more: object = {}) =>
  office.ana.post('/users', { rows: [{ name: user, password: GIVEN, roles, ...more }] });
const signIn = async (user: string, password = GIVEN): Promise<number> => {
  const { status } = await members.service.client().post('/sessions', { coop: office.code, user, password });
  return status;
};
const decide = (by: Client, user: string, what = 'confirmation') => by.post(`/waiting-changes/${user}/${what}`, {});
const users = async (): Promise<{ name: string; waiting: boolean; active: boolean }[]> =>
  (await bea.get('/users').expect(200)).body.items;

describe('where there are two officers, a third', () => {
  test('is let in once the second has confirmed her, and all officers see who waits', async () => {
    expect((await name('eva', ['manager']).expect(201)).body).toMatchObject({ recorded: 1 });
    expect(await signIn('eva')).toBe(401);
    expect(await users()).toContainEqual(expect.objectContaining({ name: 'eva', waiting: true, active: false }));
    const { body } = await bea.get('/waiting-changes').expect(200);
    expect(body.items).toMatchObject([{ user: 'eva', roles: null, active: true, password: false, recordedBy: 'ana' }]);
    const refused = await decide(office.ana, 'eva').expect(403);
    expect(refused.body).toMatchObject({ code: 'second-person-needed' });
    await decide(bea, 'eva').expect(201);
    expect(await signIn('eva')).toBe(201);
    await decide(bea, 'eva').expect(404);
    const { body: trail } = await office.ana.get('/trail?subject=eva').expect(200);
    expect(trail.items).toMatchObject([
      { user: 'ana', act: 'users.register', subject: 'eva' },
      { user: 'bea', act: 'waiting-changes.confirm', subject: 'eva' },
    ]);
  });

  test('is not let in by the president under another path: leave to sign in, roles, another link, a password', async () => {
    await office.ana.post('/members', { rows: [member('007'), member('008')] }).expect(201);
    await office.user('eva', ['member'], '007');
    const ways: [object, number][] = [
      [{ roles: ['member', 'treasurer'] }, 2],
      [{ roles: ['president'], member: null }, 2],
    ];
    for (const [change, version] of ways) {
      const { body } = await office.ana.patch('/users/eva', change, version).expect(200);
      expect(body).toMatchObject({ waiting: true, version });
    }
    for (const change of [{ password: 'known to the president' }, { member: '008' }])
      expect((await office.ana.patch('/users/bea', change, 2).expect(200)).body).toMatchObject({ waiting: true });
    expect(await signIn('bea', PASSWORD)).toBe(201);
    // whom a change is about does not decide over it, nor who asked
    for (const herself of ['bea', 'BEA']) await decide(bea, herself).expect(403);
    await decide(office.ana, 'bea').expect(403);
    await decide(bea, 'eva').expect(201);
    expect(await users()).toContainEqual(expect.objectContaining({ name: 'eva', roles: ['president'], member: null }));
  });

  test('is not confirmed by another user of the same person', async () => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    const cleo = await office.user('cleo', ['manager'], '007');
    await name('dina', ['treasurer'], { member: '007' }).expect(201);
    expect((await decide(cleo, 'dina').expect(403)).body).toMatchObject({ code: 'second-person-needed' });
    await decide(bea, 'dina').expect(201);
  });

  test('is turned down by one officer, and then stays out', async () => {
    await name('eva', ['president']).expect(201);
    await decide(bea, 'eva', 'rejection').expect(201);
    expect(await signIn('eva')).toBe(401);
    expect((await bea.get('/waiting-changes').expect(200)).body.items).toEqual([]);
    expect((await office.ana.patch('/users/eva', { active: true }, 1).expect(200)).body).toMatchObject({
      waiting: true,
    });
  });

  test('is the one who is there already, in whatever case her name is written', async () => {
    await name('eva', ['manager']).expect(201);
    const before = (await bea.get('/waiting-changes').expect(200)).body;
    expect((await name('EVA', ['manager']).expect(201)).body).toMatchObject({ recorded: 0, unchanged: 1 });
    expect((await bea.get('/waiting-changes').expect(200)).body).toEqual(before);
  });

  test('is named by the operator where nobody can confirm, with the reason in the trail', async () => {
    await office.ana.patch('/users/bea', { password: 'only for another day' }, 2).expect(200);
    await expect(
      nameOfficer(members.operatorUrl, { coop: office.code, user: 'nobody', roles: null, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const reason = 'forgot her password; the assembly of 2 March';
    await nameOfficer(members.operatorUrl, { coop: office.code, user: 'bea', roles: null, reason });
    expect(await signIn('bea', 'only for another day')).toBe(201);
    expect(await signIn('bea', PASSWORD)).toBe(401);
    await nameOfficer(members.operatorUrl, { coop: office.code, user: 'bea', roles: ['president'], reason });
    const { body } = await office.ana.get('/trail?act=officers.name').expect(200);
    expect(body.items).toMatchObject([
      { user: 'operator', subject: 'bea', told: expect.stringContaining(reason) },
      { user: 'operator', subject: 'bea' },
    ]);
  });
});

test('the operator and the second officer name co-op and user in whatever case, as whoever signs in does', async () => {
  await name('eva', ['manager']).expect(201);
  await name('lucia', ['manager']).expect(201);
  await decide(bea, 'EVA').expect(201);
  expect(await signIn('eva')).toBe(201);
  const [coop, reason] = [office.code.toUpperCase(), 'nobody else'];
  await nameOfficer(members.operatorUrl, { coop, user: 'Lucia', roles: null, reason });
  await nameOfficer(members.operatorUrl, { coop, user: 'LUCIA', roles: ['treasurer'], reason });
  expect(await signIn('lucia')).toBe(201);
  const { body } = await office.ana.get('/trail?act=officers.name').expect(200);
  expect(body.items).toMatchObject([{ subject: 'lucia' }, { subject: 'lucia' }]);
});

test('who holds no office is named, and an officer dismissed, without a second; so is one where there is none', async () => {
  await name('ngo', ['integrator']).expect(201);
  expect(await signIn('ngo')).toBe(201);
  expect((await office.ana.patch('/users/bea', { active: false }, 2).expect(200)).body).toMatchObject({
    waiting: false,
  });
  await name('eva', ['treasurer', 'manager']).expect(201);
  expect(await signIn('eva')).toBe(201);
});
