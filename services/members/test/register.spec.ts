import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { until } from '@ayni/testing/until';
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

describe('households', () => {
  const household = { code: 'F09', name: 'Familia Quispe', community: 'Chacoma' };

  test('are told once, and the same ones again change nothing', async () => {
    await office.ana.post('/households', { rows: [household] }).expect(201);
    const again = await office.ana.post('/households', { rows: [household] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1, command: { events: {} } });
    expect(await office.told('household/F09')).toEqual([{ fact: 'household-registered', seq: 1, data: household }]);
    const list = await office.ana.get('/households').expect(200);
    expect(list.body.items).toContainEqual({ ...household, retiredOn: null, version: 1 });
  });

  test('refuse another family under a known code, and all that came with it', async () => {
    const rows = [household, { ...household, code: 'F01', name: 'Other' }];
    const refused = await office.ana.post('/households', { rows }).expect(409);
    expect(refused.body).toMatchObject({ code: 'code-taken', pointer: '/rows/1/code' });
    expect(await office.count('households')).toBe(2);
  });

  test.each([
    ['rows that hold nothing', { rows: [null] }],
    ['rows that hold numbers', { rows: [1] }],
    ['no rows', { rows: [] }],
    ['rows that are no list', { rows: household }],
    ['no body', {}],
    ['an empty name', { rows: [{ ...household, name: '' }] }],
    ['a name of another type', { rows: [{ ...household, name: 7 }] }],
  ])('refuse %s', async (_, body) => {
    const refused = await office.ana.post('/households', body);
    expect([refused.status, refused.body.code]).toEqual([400, 'bad-field']);
    expect(await office.count('households')).toBe(2);
  });
});

describe('members', () => {
  test('join with their dates, told in the words that the others need', async () => {
    const rows = [member('007'), member('008', { leftOn: '2025-12-31' })];
    const answer = await office.ana.post('/members', { rows }).expect(201);
    expect(answer.body).toMatchObject({
      recorded: 2,
      command: { events: { 'ayni.members.member-joined.v1': 2 } },
    });
    const told = { number: '008', givenNames: 'Martina', surnames: 'Yujra Alanoca', household: 'F01' };
    expect(await office.told('member/008')).toEqual([
      { fact: 'member-joined', seq: 1, data: { ...told, joinedOn: '2020-05-13', leftOn: '2025-12-31' } },
    ]);
    const { body, headers } = await office.ana.get('/members/007').expect(200);
    const { joinedOn } = body;
    expect(body).toEqual({
      ...member('007'),
      ...{ leftOn: null, leftReason: null, leftCause: null, heir: null, version: 1 },
      ...{ periods: [{ joinedOn, leftOn: null }], uncounted: [] },
    });
    expect(headers['etag']).toBe('"1"');
  });

  test('are the same again also after a change, and another person under a known number is refused', async () => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    await office.ana.patch('/members/007', { household: 'F02' }, 1).expect(200);
    const again = await office.ana.post('/members', { rows: [member('007', { leftOn: null })] }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
    const other = await office.ana.post('/members', { rows: [member('006'), member('007', { sex: 'M' })] }).expect(409);
    expect(other.body).toMatchObject({ code: 'code-taken', pointer: '/rows/1/number' });
    expect(await office.count('members')).toBe(1);
  });

  test.each([
    ['of an unknown household', { household: 'F77' }, 'unknown-reference', 'household'],
    ['of a sex that is none', { sex: 'Z' }, 'bad-field', 'sex'],
    ['born in another century', { birthYear: 1850 }, 'bad-field', 'birthYear'],
    ['born in half a year', { birthYear: 1990.5 }, 'bad-field', 'birthYear'],
    ['born in a year as text', { birthYear: '1990' }, 'bad-field', 'birthYear'],
    ['born after she joined', { birthYear: 2021 }, 'bad-field', 'birthYear'],
    ['who joined on a day that does not exist', { joinedOn: '2025-02-29' }, 'bad-day', 'joinedOn'],
    ['who joins tomorrow', { joinedOn: '2026-03-03' }, 'day-in-future', 'joinedOn'],
    ['who leaves tomorrow', { leftOn: '2026-03-03' }, 'day-in-future', 'leftOn'],
    ['who left before she joined', { leftOn: '2020-05-12' }, 'wrong-order', 'leftOn'],
    ['with a name over two lines', { givenNames: 'Eva\nMaría' }, 'bad-field', 'givenNames'],
  ])('refuse somebody %s', async (_, more, code, field) => {
    const refused = await office.ana.post('/members', { rows: [member('006'), member('007', more)] });
    expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/1/${field}` }]);
    expect(await office.count('members')).toBe(0);
  });

  test('change their name, household and heir, each change told in order', async () => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    const first = await office.ana.patch('/members/007', { surnames: 'Quispe', heir: 'Eva' }, 1).expect(200);
    expect([first.headers['etag'], first.body]).toMatchObject(['"2"', { number: '007', version: 2 }]);
    await office.ana.patch('/members/007', { household: 'F02', heir: null, givenNames: null }, 2).expect(200);
    expect(await office.told('member/007')).toMatchObject([
      { fact: 'member-joined', seq: 1 },
      { fact: 'member-changed', seq: 2, data: { surnames: 'Quispe', household: 'F01', heir: 'Eva' } },
      { fact: 'member-changed', seq: 3, data: { givenNames: 'Martina', surnames: 'Quispe', household: 'F02' } },
    ]);
    expect((await office.ana.get('/members/007')).body).toMatchObject({ household: 'F02', heir: null, version: 3 });
  });

  test.each([
    ['a version that is not the last', { heir: 'Eva' }, 2, 412, 'stale-version'],
    ['nothing', {}, 1, 400, 'nothing-to-do'],
    ['an unknown household', { household: 'F77' }, 1, 400, 'unknown-reference'],
    ['her number', { number: '008' }, 1, 400, 'unknown-field'],
    ['the day on which she joined', { joinedOn: '2019-01-01' }, 1, 400, 'unknown-field'],
  ])('are not changed by %s', async (_, change, version, status, code) => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    const refused = await office.ana.patch('/members/007', change, version);
    expect([refused.status, refused.body]).toMatchObject([status, { code }]);
    expect(await office.told('member/007')).toHaveLength(1);
  });

  test('leave once, with a reason', async () => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    const headers = { 'idempotency-key': 'leaves' };
    const departure = { leftOn: '2026-03-02', reason: 'moved to El Alto' };
    const died = { ...departure, cause: 'died' };
    await office.ana.post('/members/007/departure', died, headers).expect(201);
    await office.ana.post('/members/007/departure', died, headers).expect(201);
    const again = await office.ana.post('/members/007/departure', departure).expect(409);
    expect(again.body).toMatchObject({ code: 'already-left' });
    const told = await office.told('member/007');
    expect(told).toMatchObject([{ fact: 'member-joined' }, { fact: 'member-left', seq: 2 }]);
    // how she left stays in the register
    expect(told[1]?.data).toEqual({ number: '007', ...departure });
    expect((await office.ana.get('/members/007')).body).toMatchObject({
      leftOn: '2026-03-02',
      leftReason: 'moved to El Alto',
      leftCause: 'died',
      version: 2,
    });
  });

  test.each([
    ['before she joined', { leftOn: '2020-05-12' }, 'wrong-order'],
    ['tomorrow', { leftOn: '2026-03-03' }, 'day-in-future'],
    ['on no day', { leftOn: '2026-13-01' }, 'bad-day'],
    ['without a reason', { reason: '' }, 'bad-field'],
  ])('do not leave %s', async (_, more, code) => {
    await office.ana.post('/members', { rows: [member('007')] }).expect(201);
    const refused = await office.ana.post('/members/007/departure', { leftOn: '2026-01-01', reason: 'moved', ...more });
    expect([refused.status, refused.body]).toMatchObject([400, { code }]);
    await office.ana.post('/members/999/departure', { leftOn: '2026-01-01', reason: 'moved' }).expect(404);
  });

  test('are paged by number, cut by household and day of joining, and shown to integrators without names', async () => {
    const rows = ['001', '002', '003'].map((number, i) => member(number, { household: i === 1 ? 'F02' : 'F01' }));
    await office.ana.post('/members', { rows: [...rows, member('004', { joinedOn: '2026-01-01' })] }).expect(201);
    const first = await office.ana.get('/members?limit=2').expect(200);
    const rest = await office.ana.get(`/members?limit=2&after=${first.body.next}`).expect(200);
    const numbers = [...first.body.items, ...rest.body.items].map((row: { number: string }) => row.number);
    expect([numbers, rest.body.next]).toEqual([['001', '002', '003', '004'], null]);
    expect((await office.ana.get('/members?household=F02')).body.items).toMatchObject([{ number: '002' }]);
    expect((await office.ana.get('/members?from=2026-01-01')).body.items).toMatchObject([{ number: '004' }]);
    const outsider = await office.user('ngo', ['integrator']);
    const seen = await outsider.get('/members?limit=1').expect(200);
    expect(seen.body.items).toEqual([{ number: '001', household: 'F01' }]);
    const csv = await outsider.get('/members?format=csv&headers=names').expect(200);
    expect(csv.text).toBe('number,household\r\n001,F01\r\n002,F02\r\n003,F01\r\n004,F01\r\n');
  });
});

describe('closing a season', () => {
  test('reports the register as of its last day', async () => {
    const rows = [member('001'), member('002', { joinedOn: '2025-12-31' }), member('003', { leftOn: '2025-07-10' })];
    await office.ana.post('/members', { rows: [...rows, member('004', { leftOn: '2020-12-31' })] }).expect(201);
    await office.closeSeason();
    expect(await office.books()).toMatchObject({
      // 365 days, 31 December to 30 June, 1 to 10 July, none
      written: { register: { members: '4', days: String(365 + 182 + 10) } },
      applied: {},
      parked: 0,
    });
  });

  test('refuses who would lose days in it, and lets pass who left before, changed names and known rows', async () => {
    const rows = [member('001'), member('002', { joinedOn: '2025-12-31' })];
    await office.ana.post('/members', { rows }).expect(201);
    await office.closeSeason();
    const late = { code: 'season-closed', status: 409 };
    // leaving before the season takes all of its days away
    for (const leftOn of ['2026-01-01', '2025-06-30'])
      expect((await office.ana.post('/members/001/departure', { leftOn, reason: 'moved' })).body).toMatchObject({
        ...late,
        pointer: '/leftOn',
      });
    expect((await office.ana.post('/members', { rows }).expect(201)).body).toMatchObject({ unchanged: 2 });
    const before = await office.ana.post('/members', { rows: [member('003', { leftOn: '2020-12-31' })] }).expect(201);
    expect(before.body.late).toBeUndefined();
    await office.ana.patch('/members/001', { surnames: 'Quispe' }, 1).expect(200);
    await until2026(office);
  });

  test('who was forgotten is entered with her true day; her days count from the first day that is not closed', async () => {
    await office.ana.post('/members', { rows: [member('001')] }).expect(201);
    await office.closeSeason();
    const closed = await office.books();
    const rows = [
      member('002', { joinedOn: '2025-09-01' }),
      member('003', { joinedOn: '2025-07-01', leftOn: '2026-03-01' }),
      member('004', { joinedOn: '2024-01-01' }),
    ];
    const entered = {
      recorded: 3,
      late: [
        { number: '002', countsFrom: '2026-07-01' },
        { number: '003', countsFrom: null },
        { number: '004', countsFrom: '2026-07-01' },
      ],
    };
    // a trial says the same of those that would be entered
    const nobody = member('005', { household: 'nowhere' });
    const tried = await office.ana.post('/members?trial=true', { rows: [...rows, nobody] }).expect(200);
    expect(tried.body).toMatchObject({ ...entered, trial: true, refused: 1 });
    const { body } = await office.ana.post('/members', { rows }).expect(201);
    expect(body).toMatchObject(entered);
    expect((await office.ana.post('/members', { rows }).expect(201)).body).toMatchObject({ recorded: 0, unchanged: 3 });
    expect((await office.ana.get('/members/002').expect(200)).body).toMatchObject({
      joinedOn: '2025-09-01',
      periods: [{ joinedOn: '2025-09-01', leftOn: null }],
      uncounted: [{ from: '2025-09-01', until: '2026-07-01' }],
    });
    const told = (await members.service.told(office.coop)).filter(({ type }) => type.includes('.member-joined.'));
    expect(told.map(({ type, aggregate }) => [aggregate, type.split('.').at(-1)])).toEqual([
      ['member/001', 'v1'],
      ['member/002', 'v2'],
      ['member/003', 'v2'],
      ['member/004', 'v2'],
    ]);
    // the days of the closing season stay as they were
    expect(closed.written['register']?.['days']).toBe('365');
    const after = await until(async (see) => {
      const books = see(await office.books());
      return books.written['register']?.['members'] === '4' ? books : undefined;
    });
    expect(after.written['register']?.['days']).toBe('365');
  });
});

describe('who left', () => {
  const leave = (leftOn: string) => office.ana.post('/members/001/departure', { leftOn, reason: 'moved' });
  const back = (joinedOn: string, more: object = {}) => office.ana.post('/members/001/return', { joinedOn, ...more });
  beforeEach(() => office.ana.post('/members', { rows: [member('001', { joinedOn: '2025-01-01' })] }).expect(201));

  test('comes back under her number, with a second period, and leaves again', async () => {
    expect((await back('2025-10-01')).body).toMatchObject({ code: 'still-member', status: 409 });
    await leave('2025-09-30').expect(201);
    expect((await back('2025-09-30')).body).toMatchObject({ code: 'wrong-order', pointer: '/joinedOn' });
    expect((await back('2999-01-01')).body).toMatchObject({ code: 'day-in-future', pointer: '/joinedOn' });
    expect((await back('2025-11-15', { leftOn: '2025-11-14' })).body).toMatchObject({ pointer: '/leftOn' });
    expect((await back('2025-11-15').expect(201)).body).toMatchObject({ version: 3, countsFrom: '2025-11-15' });
    expect((await office.ana.get('/members/001')).body).toMatchObject({
      joinedOn: '2025-01-01',
      leftOn: null,
      leftReason: null,
      periods: [
        { joinedOn: '2025-01-01', leftOn: '2025-09-30' },
        { joinedOn: '2025-11-15', leftOn: null },
      ],
    });
    for (const [on, there] of [
      ['2025-09-30', 1],
      ['2025-10-15', 0],
      ['2025-11-15', 1],
    ] as const)
      expect((await office.ana.get(`/members?on=${on}`)).body.items).toHaveLength(there);
    const changes = await office.ana.get('/members/001/changes').expect(200);
    expect(changes.body.items).toContainEqual(
      expect.objectContaining({ version: 3, field: 'returnedOn', before: null, after: '2025-11-15', changedBy: 'ana' }),
    );
    expect((await leave('2025-10-15')).body).toMatchObject({ code: 'wrong-order', pointer: '/leftOn' });
    await leave('2025-12-31').expect(201);
    const told = (await members.service.told(office.coop)).filter(({ aggregate }) => aggregate === 'member/001');
    expect(told.map(({ type, seq }) => [type.split('.')[2], seq])).toEqual([
      ['member-joined', 1],
      ['member-left', 2],
      ['member-returned', 3],
      ['member-left', 4],
    ]);
    // 1 July to 30 September, 15 November to 31 December
    await office.closeSeason();
    expect((await office.books()).written).toEqual({ register: { members: '1', days: String(92 + 47) } });
  });
});

/** After the season, members leave as before. */
async function until2026(of: Office): Promise<void> {
  members.service.clock.moveTo('2026-07-02T12:00:00-04:00');
  const ana = await of.signIn('ana');
  await ana.post('/members/001/departure', { leftOn: '2026-07-01', reason: 'moved' }).expect(201);
  members.service.clock.moveTo('2026-03-02T12:00:00-04:00');
}

test('two co-ops with the same codes see nothing of each other, by the API and by SQL', async () => {
  const other = await Office.of(members);
  await office.ana.post('/members', { rows: [member('007')] }).expect(201);
  await other.ana.post('/members', { rows: [member('007', { surnames: 'Other' })] }).expect(201);
  await other.ana.post('/users', { rows: [{ name: 'eva', password: 'a very long secret', roles: ['manager'] }] });
  expect((await office.ana.get('/members')).body.items).toMatchObject([{ surnames: 'Yujra Alanoca' }]);
  expect((await office.ana.get('/users')).body.items).toMatchObject([{ name: 'ana' }]);
  await office.ana.patch('/users/eva', { active: false }, 1).expect(404);
  const client = new pg.Client({ connectionString: members.service.database.url('runtime') });
  await client.connect();
  try {
    const { rows: tables } = await members.service.sql.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'coop_id' ORDER BY 1`,
    );
    for (const { name } of tables) expect((await client.query(`SELECT 1 FROM ${name}`)).rows).toEqual([]);
    await client.query(`SELECT set_config('app.coop', $1, false)`, [office.coop]);
    for (const { name } of tables)
      for (const row of (await client.query<{ coop_id: string }>(`SELECT DISTINCT coop_id FROM ${name}`)).rows)
        expect(row.coop_id).toBe(office.coop);
    expect((await client.query(`UPDATE members SET heir = 'x'`)).rowCount).toBe(1);
    for (const column of ['joined_on', 'number', 'digest'])
      await expect(client.query(`UPDATE members SET ${column} = ${column}`)).rejects.toThrow('permission denied');
    for (const table of ['members', 'households', 'users', 'resolutions'])
      await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(
      client.query(`INSERT INTO households VALUES ($1, 'd', 'x', now(), 'F1', 'n', 'c')`, [other.coop]),
    ).rejects.toThrow('row-level security');
  } finally {
    await client.end();
  }
});
