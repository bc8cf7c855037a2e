import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
});

const resolution = (number: string, more: object = {}): object => ({
  number,
  adoptedOn: '2026-03-01',
  subject: 'Reparto 2025',
  votesFor: 20,
  votesAgainst: 4,
  abstentions: 6,
  ...more,
});

test('a resolution is told with its votes and whether it was carried, a tie is not', async () => {
  const rows = [resolution('R1'), resolution('R2', { votesAgainst: 20 })];
  await office.ana.post('/resolutions', { rows }).expect(201);
  const told = { adoptedOn: '2026-03-01', votesFor: 20, abstentions: 6 };
  expect(await office.told('resolution/R1')).toEqual([
    { fact: 'resolution-adopted', seq: 1, data: { ...told, number: 'R1', votesAgainst: 4, carried: true } },
  ]);
  expect(await office.told('resolution/R2')).toMatchObject([{ data: { carried: false } }]);
  const list = await (await office.user('ngo', ['integrator'])).get('/resolutions').expect(200);
  expect(list.body.items).toEqual([
    { ...resolution('R1'), carried: true },
    { ...resolution('R2', { votesAgainst: 20 }), carried: false },
  ]);
});

test('the same resolution again changes nothing, and other votes under its number are refused', async () => {
  await office.ana.post('/resolutions', { rows: [resolution('R1')] }).expect(201);
  expect((await office.ana.post('/resolutions', { rows: [resolution('R1')] })).body).toMatchObject({ unchanged: 1 });
  const other = await office.ana.post('/resolutions', { rows: [resolution('R1', { votesFor: 21 })] }).expect(409);
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
])('a resolution %s is refused', async (_, more, code, field) => {
  const refused = await office.ana.post('/resolutions', { rows: [resolution('R1', more)] });
  expect([refused.status, refused.body]).toMatchObject([400, { code, pointer: `/rows/0/${field}` }]);
  expect(await office.count('resolutions')).toBe(0);
});
