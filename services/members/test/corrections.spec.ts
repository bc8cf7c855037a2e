import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { member, Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
});

describe('a household that was written wrong', () => {
  test('is corrected: shown with its new name, told, and what it was is kept with who changed it when', async () => {
    const first = await office.ana.get('/households/F01').expect(200);
    expect(first.headers['etag']).toBe('"1"');
    const { body, headers } = await office.ana.patch('/households/F01', { name: 'Familia Mamani' }, 1).expect(200);
    expect([body, headers['etag']]).toMatchObject([{ code: 'F01', version: 2 }, '"2"']);
    const now = { code: 'F01', name: 'Familia Mamani', community: 'Chacoma', retiredOn: null, version: 2 };
    expect((await office.ana.get('/households/F01')).body).toEqual(now);
    expect((await office.ana.get('/households')).body.items).toContainEqual(now);
    expect(await office.told('household/F01')).toMatchObject([
      { fact: 'household-registered', seq: 1 },
      { fact: 'household-changed', seq: 2, data: { code: 'F01', name: 'Familia Mamani', community: 'Chacoma' } },
    ]);
    expect((await office.ana.get('/households/F01/changes').expect(200)).body.items).toEqual([
      {
        version: 2,
        field: 'name',
        before: 'Familia Yujra',
        after: 'Familia Mamani',
        changedBy: 'ana',
        changedAt: expect.stringMatching(/Z$/),
      },
    ]);
  });

  test('is still the same when it is registered again as it was first written', async () => {
    await office.ana.patch('/households/F01', { community: '' }, 1).expect(200);
    await office.ana.post('/households', { rows: [{ code: 'F08', name: 'Familia Yujra' }] }).expect(201);
    expect((await office.ana.get('/households/F08')).body).toMatchObject({ community: '' });
    const rows = [{ code: 'F01', name: 'Familia Yujra', community: 'Chacoma' }];
    expect((await office.ana.post('/households', { rows }).expect(201)).body).toMatchObject({ unchanged: 1 });
    expect((await office.ana.get('/households/F01')).body).toMatchObject({ community: '', version: 2 });
  });

  test.each([
    ['by who read another version', { name: 'X' }, 2, 412, 'stale-version'],
    ['without anything to change', {}, 1, 400, 'nothing-to-do'],
    ['to no name', { name: '' }, 1, 400, 'bad-field'],
    ['in its code', { code: 'F09' }, 1, 400, 'unknown-field'],
    ['in its version', { version: 7 }, 1, 400, 'unknown-field'],
    ['to be retired tomorrow', { retiredOn: '2026-03-03' }, 1, 400, 'day-in-future'],
    ['to be retired on no day', { retiredOn: '2026-02-30' }, 1, 400, 'bad-day'],
  ])('is not changed %s', async (_, change, version, status, code) => {
    const refused = await office.ana.patch('/households/F01', change, version);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(await office.told('household/F01')).toHaveLength(1);
    expect((await office.ana.get('/households/F01/changes')).body.items).toEqual([]);
  });

  test('stays at its version where nothing is different, and one that is not there is not found', async () => {
    const same = await office.ana.patch('/households/F01', { name: 'Familia Yujra' }, 1).expect(200);
    expect(same.body).toMatchObject({ version: 1, command: { events: {} } });
    await office.ana.patch('/households/F77', { name: 'X' }, 1).expect(404);
    await office.ana.get('/households/F77').expect(404);
  });

  test('is changed by one of two at once', async () => {
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) => office.ana.patch('/households/F01', { name }, 1)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect(await office.told('household/F01')).toHaveLength(2);
  });
});

describe('a household that is retired', () => {
  const retire = (retiredOn: string | null, version: number) =>
    office.ana.patch('/households/F01', { retiredOn }, version).expect(200);

  test('is left out of lists, stays readable, takes nobody who joins later, and comes back', async () => {
    await retire('2026-01-31', 1);
    const codes = async (query: string) =>
      (await office.ana.get(`/households${query}`)).body.items.map(({ code }: { code: string }) => code);
    expect(await codes('')).toEqual(['F02']);
    expect(await codes('?retired=true')).toEqual(['F01', 'F02']);
    expect((await office.ana.get('/households/F01').expect(200)).body).toMatchObject({ retiredOn: '2026-01-31' });
    await office.ana.post('/members', { rows: [member('001', { joinedOn: '2026-01-31' })] }).expect(201);
    const late = await office.ana.post('/members', { rows: [member('002', { joinedOn: '2026-02-01' })] }).expect(409);
    expect(late.body).toMatchObject({ code: 'retired', pointer: '/rows/0/household' });
    await office.ana.post('/members', { rows: [member('003', { household: 'F02' })] }).expect(201);
    expect((await office.ana.patch('/members/003', { household: 'F01' }, 1).expect(409)).body.code).toBe('retired');
    await retire(null, 2);
    expect(await codes('')).toEqual(['F01', 'F02']);
    await office.ana.patch('/members/003', { household: 'F01' }, 1).expect(200);
    expect(await office.told('household/F01')).toMatchObject([
      { seq: 1 },
      { seq: 2, data: { retiredOn: '2026-01-31' } },
      { seq: 3, data: { code: 'F01' } },
    ]);
  });
});

describe('what was said of a person', () => {
  beforeEach(async () => {
    await office.ana.post('/members', { rows: [member('007'), member('008')] }).expect(201);
  });

  test('is corrected, sex and year of birth too, and each change kept; she sees hers and not those of others', async () => {
    await office.ana.patch('/members/007', { birthYear: 1990, sex: 'X', surnames: 'Quispe' }, 1).expect(200);
    await office.ana.post('/members/007/departure', { leftOn: '2026-03-01', reason: 'moved' }).expect(201);
    expect((await office.ana.get('/members/007')).body).toMatchObject({ birthYear: 1990, sex: 'X', version: 3 });
    const eva = await office.user('eva', ['member'], '007');
    const { body } = await eva.get('/members/007/changes').expect(200);
    expect(body.items).toMatchObject([
      { version: 2, field: 'birthYear', before: '1993', after: '1990', changedBy: 'ana' },
      { version: 2, field: 'sex', before: 'F', after: 'X' },
      { version: 2, field: 'surnames', before: 'Yujra Alanoca', after: 'Quispe' },
      { version: 3, field: 'leftOn', before: null, after: '2026-03-01' },
      { version: 3, field: 'leftReason', before: null, after: 'moved' },
    ]);
    expect((await eva.get('/members/008/changes').expect(403)).body.code).toBe('not-yours');
    await eva.get('/households/F01/changes').expect(403);
  });

  test('is not corrected to what cannot be', async () => {
    const refused = await office.ana.patch('/members/007', { birthYear: 2021 }, 1).expect(400);
    expect(refused.body).toMatchObject({ code: 'bad-field', pointer: '/birthYear' });
    expect((await office.ana.get('/members/007/changes')).body.items).toEqual([]);
  });
});

test('what changed of a user is kept: her offices, her link to a member and whether she may sign in', async () => {
  await office.ana.post('/members', { rows: [member('007')] }).expect(201);
  await office.user('eva', ['integrator']);
  const [{ version }] = (await office.ana.get('/users')).body.items.filter(
    ({ name }: { name: string }) => name === 'eva',
  );
  await office.ana.patch('/users/eva', { roles: ['member', 'integrator'], member: '007' }, version).expect(200);
  await office.ana.patch('/users/eva', { active: false }, version + 1).expect(200);
  expect((await office.ana.get('/users/eva/changes').expect(200)).body.items).toMatchObject([
    { field: 'member', before: null, after: '007', changedBy: 'ana' },
    { field: 'roles', before: 'integrator', after: 'member integrator' },
    { field: 'active', before: 'true', after: 'false' },
  ]);
});

test('what was changed is never changed itself, and another co-op sees none of it', async () => {
  await office.ana.patch('/households/F01', { name: 'Familia Mamani' }, 1).expect(200);
  const other = await Office.of(members);
  expect((await other.ana.get('/households/F01/changes')).body.items).toEqual([]);
  const { rows } = await members.service.sql.query<{ privilege: string }>(
    `SELECT privilege_type AS privilege FROM information_schema.role_table_grants
     WHERE table_name = 'changes' AND grantee LIKE '%runtime' ORDER BY 1`,
  );
  expect(rows.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT']);
});
