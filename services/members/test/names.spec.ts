import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GIVEN, member, Office, PASSWORD, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
});

describe('names', () => {
  test('of a user and of her co-op are hers in whatever case she signs in', async () => {
    for (const [coop, user] of [
      [office.code.toUpperCase(), 'ANA'],
      [` ${office.code}`, 'Ana '],
    ]) {
      const signedIn = await members.service.client().post('/sessions', { coop, user, password: PASSWORD });
      expect([coop, signedIn.status]).toEqual([coop, 201]);
    }
    const wrong = { coop: office.code, user: 'ana', password: PASSWORD.toUpperCase() };
    await members.service.client().post('/sessions', wrong).expect(401);
    await members.service
      .client()
      .post('/sessions', { ...wrong, password: ` ${PASSWORD}` })
      .expect(401);
  });

  test('of a user stand once, and lead to her', async () => {
    const bea = { name: 'bea', password: GIVEN, roles: ['treasurer'] };
    await office.ana.post('/users', { rows: [bea] }).expect(201);
    const again = await office.ana.post('/users', { rows: [{ ...bea, name: 'Bea' }] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const other = await office.ana.post('/users', { rows: [{ ...bea, name: 'BEA', roles: ['manager'] }] });
    expect([other.status, other.body]).toMatchObject([409, { code: 'code-taken' }]);
    const changed = await office.ana.patch('/users/Bea', { active: false }, 1).expect(200);
    expect(changed.body).toMatchObject({ user: { name: 'bea' }, version: 2 });
  });

  test('of members and households stand once, and are spelled as they were first', async () => {
    const rows = [member('m1', { household: 'f01' })];
    await office.ana.post('/members', { rows }).expect(201);
    expect((await office.ana.get('/members/M1').expect(200)).body).toMatchObject({ number: 'm1', household: 'F01' });
    const again = await office.ana.post('/members', { rows: [member('M1', { household: 'F01' })] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const household = { code: 'f01', name: 'Familia  Yujra ', community: 'Chacoma' };
    const known = await office.ana.post('/households', { rows: [household] }).expect(201);
    expect(known.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const narrowed = await office.ana.get('/members?household=f01').expect(200);
    expect(narrowed.body.items).toHaveLength(1);
  });
});
