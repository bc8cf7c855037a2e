import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GIVEN, member, Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());
beforeEach(async () => {
  office = await Office.of(members);
});

const user = { name: 'eva', password: GIVEN, roles: ['seller'] };
const resolution = { number: 'R1', adoptedOn: '2026-03-01', subject: 'Reparto', votesFor: 0 };
const tomorrow = '2026-03-03';

async function faultsOf(path: string, rows: readonly object[]): Promise<string[][]> {
  const { body } = await office.ana.post(`${path}?trial=true`, { rows }).expect(200);
  return body.faults.map(({ code, pointer }: Record<string, string>) => [code, pointer]).sort();
}

test.each([
  ['member', '/members', member('001'), { joinedOn: tomorrow }, ['day-in-future', 'joinedOn'], 'number'],
  ['member', '/members', member('001'), { household: 'F77' }, ['unknown-reference', 'household'], 'number'],
  ['user', '/users', user, { roles: ['manager'], member: '077' }, ['unknown-reference', 'member'], 'name'],
  ['user', '/users', user, { roles: ['manager'], password: 'eva eva eva' }, ['weak-password', 'password'], 'name'],
  ['resolution', '/resolutions', resolution, { adoptedOn: tomorrow }, ['day-in-future', 'adoptedOn'], 'number'],
  ['resolution', '/resolutions', resolution, { votesFor: 9 }, ['more-votes-than-members', 'votesFor'], 'number'],
])('that the code of a %s is taken is told with what else is wrong: %s', async (_, path, row, more, wrong, key) => {
  await office.ana.post(path, { rows: [row] }).expect(201);
  const told = (...rows: object[]): Promise<string[][]> => faultsOf(path, rows);
  const [code, field] = wrong;
  expect(await told({ ...row, ...more })).toEqual(
    [
      ['code-taken', `/rows/0/${key}`],
      [code, `/rows/0/${field}`],
    ].sort(),
  );
  // a code of its own is not called taken, and what is there already is no fault
  expect(await told(row, { ...row, ...more, [key]: 'other' })).toEqual([[code, `/rows/1/${field}`]]);
});

test('that no resolution admits somebody is told with all else, and not of who is there already', async () => {
  await office.ana.post('/members', { rows: [member('001')] }).expect(201);
  const { body: rules } = await office.ana.get('/assembly-rules/current').expect(200);
  await office.ana.post('/assembly-rules', { ...rules, admission: 'by-resolution' }).expect(201);
  const rows = [member('001', { givenNames: 'Other' }), member('002', { household: 'F77' }), member('001')];
  expect(await faultsOf('/members', rows.slice(0, 2))).toEqual([
    ['admission-needs-resolution', '/rows/0/resolution'],
    ['admission-needs-resolution', '/rows/1/resolution'],
    ['code-taken', '/rows/0/number'],
    ['unknown-reference', '/rows/1/household'],
  ]);
  expect(await faultsOf('/members', rows.slice(2))).toEqual([]);
});
