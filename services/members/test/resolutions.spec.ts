import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { member, Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
  await office.ana.post('/members', { rows: ['001', '002', '003'].map((number) => member(number)) }).expect(201);
});

const resolution = (number: string, more: object = {}): object => ({
  number,
  adoptedOn: '2026-03-01',
  subject: 'Reparto 2025',
  votesFor: 2,
  votesAgainst: 1,
  abstentions: 0,
  ...more,
});

/** The shares of a season. */
const SHARES = { kind: 'run', season: '2025', fingerprint: `sha256:${'0f'.repeat(32)}` };

test('a resolution is told with its votes, whether it was carried, which a tie is not, and what it decides', async () => {
  const covers = [SHARES, { kind: 'rules', season: '2026' }];
  const rows = [resolution('R1', { covers }), resolution('R2', { votesFor: 1 })];
  await office.ana.post('/resolutions', { rows }).expect(201);
  const told = { number: 'R1', adoptedOn: '2026-03-01', votesFor: 2, votesAgainst: 1, abstentions: 0, carried: true };
  expect(await office.told('resolution/R1')).toEqual([
    { fact: 'resolution-adopted', seq: 1, data: told },
    { fact: 'resolution-adopted', seq: 2, data: { ...told, covers } },
  ]);
  expect(await office.told('resolution/R2')).toMatchObject([
    { data: { carried: false } },
    { data: { carried: false, covers: [] } },
  ]);
  const list = await (await office.user('ngo', ['integrator'])).get('/resolutions').expect(200);
  expect(list.body.items).toEqual([
    { ...resolution('R1'), carried: true, covers },
    { ...resolution('R2', { votesFor: 1 }), carried: false, covers: [] },
  ]);
});

test('votes against and abstentions that nobody names are none', async () => {
  const { votesAgainst: _, abstentions: __, ...carried } = resolution('R1') as Record<string, unknown>;
  await office.ana.post('/resolutions', { rows: [carried] }).expect(201);
  const { items } = (await office.ana.get('/resolutions').expect(200)).body;
  expect(items).toMatchObject([{ votesFor: 2, votesAgainst: 0, abstentions: 0, carried: true }]);
});

test('what it decides may be nothing, said in whatever way', async () => {
  const rules = { kind: 'rules', season: '2026', fingerprint: null };
  const rows = [resolution('R1', { covers: null }), resolution('R2', { covers: [rules] })];
  await office.ana.post('/resolutions', { rows }).expect(201);
  const { items } = (await office.ana.get('/resolutions').expect(200)).body;
  expect(items).toMatchObject([{ covers: [] }, { covers: [{ kind: 'rules', season: '2026' }] }]);
});

test('no more people vote than are members on that day, whoever came or left on it', async () => {
  const others = [
    member('004', { joinedOn: '2026-03-01' }),
    member('005', { joinedOn: '2026-03-02' }),
    member('006', { leftOn: '2026-03-01' }),
    member('007', { leftOn: '2026-02-28' }),
  ];
  await office.ana.post('/members', { rows: others }).expect(201);
  const votes = { votesFor: 3, votesAgainst: 1 };
  const refused = await office.ana
    .post('/resolutions', { rows: [resolution('R1'), resolution('R2', { ...votes, abstentions: 2 })] })
    .expect(400);
  expect(refused.body).toMatchObject({ code: 'more-votes-than-members', pointer: '/rows/1/votesFor' });
  expect(await office.count('resolutions')).toBe(0);
  await office.ana.post('/resolutions', { rows: [resolution('R2', { ...votes, abstentions: 1 })] }).expect(201);
});

test('one that earlier versions took with too many votes is unchanged when it is sent again', async () => {
  await office.ana.post('/resolutions', { rows: [resolution('R1')] }).expect(201);
  await office.ana.post('/members/003/departure', { leftOn: '2026-02-28', reason: 'moved' }).expect(201);
  expect((await office.ana.post('/resolutions', { rows: [resolution('R1')] })).body).toMatchObject({ unchanged: 1 });
});

test('the same resolution again changes nothing, and other votes under its number are refused', async () => {
  await office.ana.post('/resolutions', { rows: [resolution('R1')] }).expect(201);
  expect((await office.ana.post('/resolutions', { rows: [resolution('R1')] })).body).toMatchObject({ unchanged: 1 });
  const other = await office.ana.post('/resolutions', { rows: [resolution('R1', { votesFor: 1 })] }).expect(409);
  expect(other.body).toMatchObject({ code: 'code-taken', pointer: '/rows/0/number' });
});

test('a closed season takes resolutions about itself', async () => {
  await office.closeSeason();
  await office.ana.post('/resolutions', { rows: [resolution('R1')] }).expect(201);
});

test.each([
  ['of tomorrow', { adoptedOn: '2026-03-03' }, 'day-in-future', 'adoptedOn'],
  ['of no day', { adoptedOn: '2026-02-30' }, 'bad-day', 'adoptedOn'],
  ['with fewer than no votes', { votesFor: -1 }, 'bad-field', 'votesFor'],
  ['with votes as text', { votesFor: '20' }, 'bad-field', 'votesFor'],
  ['with more votes than people', { abstentions: 1e30 }, 'bad-field', 'abstentions'],
  ['without a subject', { subject: undefined }, 'bad-field', 'subject'],
  [
    'on shares without their fingerprint',
    { covers: [{ ...SHARES, fingerprint: undefined }] },
    'bad-field',
    'covers/0/fingerprint',
  ],
  [
    'on shares of no fingerprint',
    { covers: [{ ...SHARES, fingerprint: 'sha256:0' }] },
    'bad-field',
    'covers/0/fingerprint',
  ],
  ['on rules with a fingerprint', { covers: [{ ...SHARES, kind: 'rules' }] }, 'unknown-field', 'covers/0/fingerprint'],
  ['on an admission of nobody', { covers: [{ kind: 'admission' }] }, 'bad-field', 'covers/0/member'],
  ['on the same thing twice', { covers: [SHARES, SHARES] }, 'duplicate-code', 'covers/1'],
  ['on nothing that there is', { covers: [{ kind: 'hoses', season: '2025' }] }, 'bad-field', 'covers/0/kind'],
])('a resolution %s is refused', async (_, more, code, field) => {
  const refused = await office.ana.post('/resolutions', { rows: [resolution('R1', more)] });
  expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/0/${field}` }]);
  expect(await office.count('resolutions')).toBe(0);
});
