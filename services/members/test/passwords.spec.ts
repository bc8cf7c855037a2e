import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GIVEN, Office, PASSWORD, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
});

const signIn = (user: string, password: string) =>
  members.service.client().post('/sessions', { coop: office.code, user, password });

describe('a password', () => {
  test.each([
    ['one that everybody uses', '1234567890'],
    ['one that everybody uses, in capitals', 'QWERTYUIOP'],
    ['one that everybody uses, with its marks', 'Contraseña'],
    ['her own name', 'Evangelina '],
    ['her own name and a year', 'evangelina-2025'],
    ['digits in their order, backwards', '0987654321'],
    ['letters in their order', 'abcdefghij'],
    ['the same sign again and again', 'aaaaaaaaaaaaaa'],
    ['blanks', ' '.repeat(20)],
    ['nine letters among blanks', '   ninesigns   '],
  ])('is not %s', async (_, password) => {
    const rows = [{ name: 'evangelina', password, roles: ['integrator'] }];
    const refused = await office.ana.post('/users', { rows }).expect(400);
    expect(refused.body).toMatchObject({ code: 'weak-password', pointer: '/rows/0/password' });
    const { body } = await office.ana.patch('/users/ana', { password: `${office.code} Test` }, 1).expect(400);
    expect(body).toMatchObject({ code: 'weak-password', pointer: '/password' });
  });

  test('that somebody else gave is good for choosing another, and for nothing else', async () => {
    const rows = [{ name: 'eva', password: GIVEN, roles: ['president'] }];
    await office.ana.post('/users', { rows }).expect(201);
    const { body } = await signIn('eva', GIVEN).expect(201);
    expect(body).toMatchObject({ choosing: true });
    const eva = members.service.client(String(body.token));
    expect((await eva.get('/users').expect(403)).body).toMatchObject({ code: 'password-to-choose' });
    const again = await eva.post('/password', { current: GIVEN, password: GIVEN }).expect(400);
    expect(again.body).toMatchObject({ code: 'weak-password' });
    await eva.post('/password', { current: GIVEN, password: PASSWORD }).expect(201);
    await eva.get('/coop').expect(401);
    await signIn('eva', GIVEN).expect(401);
    const own = await signIn('eva', PASSWORD).expect(201);
    expect(own.body).toMatchObject({ choosing: false });
    await members.service.client(String(own.body.token)).get('/users').expect(200);
  });

  test('is changed by who knows the present one, and ends what was signed in with it', async () => {
    const eva = await office.user('eva', ['integrator']);
    const refused = await eva.post('/password', { current: 'not the present one', password: 'quite another' });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'wrong-password', pointer: '/current' }]);
    await eva.get('/coop').expect(200);
    await eva.post('/password', { current: PASSWORD, password: 'quite another' }).expect(201);
    await eva.get('/coop').expect(401);
    await signIn('eva', 'quite another').expect(201);
  });

  test('that a president gives in the place of a forgotten one is known to her for one sign-in only', async () => {
    const eva = await office.user('eva', ['integrator']);
    await office.ana.patch('/users/eva', { password: GIVEN }, 2).expect(200);
    await eva.get('/coop').expect(401);
    await signIn('eva', PASSWORD).expect(401);
    await office.choose('eva', GIVEN, 'one that she alone knows');
    await signIn('eva', GIVEN).expect(401);
  });
});

describe('at once', () => {
  test.each([
    ['is dismissed', { active: false }],
    ['has other roles', { roles: ['integrator'] }],
    ['is somebody else in the register', { member: '007' }],
  ])('a token holds no longer when a user %s', async (_, change) => {
    const row = { number: '007', givenNames: 'Eva', surnames: 'Condori', sex: 'F', birthYear: 1990 };
    await office.ana.post('/members', { rows: [{ ...row, household: 'F01', joinedOn: '2020-01-01' }] }).expect(201);
    const third = await office.user('third', ['treasurer']);
    const eva = await office.user('eva', ['president']);
    await eva.get('/users').expect(200);
    const { body } = await office.ana.patch('/users/eva', change, 3).expect(200);
    if (body.waiting) await third.post('/waiting-changes/eva/confirmation', {}).expect(201);
    expect((await eva.get('/users').expect(401)).body).toMatchObject({ code: 'bad-token' });
    const puppet = { name: 'puppet', password: GIVEN, roles: ['president'] };
    await eva.post('/users', { rows: [puppet] }).expect(401);
    await eva.patch('/users/eva', { active: true }, 4).expect(401);
    const told = await office.told('user/eva');
    expect(told.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(told.at(-1)?.data).toMatchObject({ name: 'eva', version: 4, active: true, ...change });
  });

  test('a link to a member is made and undone', async () => {
    const row = { number: '008', givenNames: 'Eva', surnames: 'Condori', sex: 'F', birthYear: 1990 };
    await office.ana.post('/members', { rows: [{ ...row, household: 'F01', joinedOn: '2020-01-01' }] }).expect(201);
    const stranger = await office.ana.patch('/users/ana', { member: '999' }, 1).expect(400);
    expect(stranger.body).toMatchObject({ code: 'unknown-reference', pointer: '/member' });
    await office.ana.patch('/users/ana', { member: '008' }, 1).expect(200);
    const ana = await office.signIn('ana');
    expect((await ana.get('/users')).body.items).toMatchObject([{ name: 'ana', member: '008' }]);
    await ana.patch('/users/ana', { member: null }, 2).expect(200);
    expect((await office.told('user/ana')).at(-1)?.data).not.toHaveProperty('member');
  });

  test('one of two who dismiss each other at the same moment is the first', async () => {
    const eva = await office.user('eva', ['president']);
    await office.user('third', ['president']);
    const both = await Promise.all([
      eva.patch('/users/ana', { active: false }, 1),
      office.ana.patch('/users/eva', { active: false }, 2),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });
});
