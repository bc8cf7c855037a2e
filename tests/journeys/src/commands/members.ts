import { OPEN } from '../small-coop.js';
import { AT, DAY, correction, load, post, type Good, type World } from './good.js';

/** Later than that. */
const BACK = '2025-12-20';
const CALL = { startsAt: AT, place: 'Fence', calledOn: '2025-08-01', agenda: [{ kind: 'ordinary', subject: 'Fence' }] };
const ASSEMBLY_RULES = {
  ...{ noticeDays: 10, lateCall: 'refused', firstQuorumPercent: 50, secondCallMinutes: 30, secondQuorum: 1 },
  ...{ twoThirds: ['statute'], twoThirdsOf: 'present', admission: 'free' },
};

/** For every route of members that changes something, a good command. */
export const membersCommands = ({ coop, password }: Pick<World, 'coop' | 'password'>): Good[] => [
  post(
    '/api/members/v1/sessions',
    { coop, user: 'first', password },
    { coop, user: 'second', password },
    { keyless: true },
  ),
  load(
    'members/v1/households',
    { code: 'F09', name: 'Familia Quispe', community: 'Chacoma' },
    { name: 'Familia Mamani' },
  ),
  correction('members/v1/households/F02', '{code}', { name: 'Familia Choque' }, { retiredOn: '2026-01-01' }),
  load(
    'members/v1/members',
    {
      ...{ number: '009', givenNames: 'Juana', surnames: 'Quispe', sex: 'F', birthYear: 1990 },
      ...{ household: 'F01', joinedOn: '2025-08-01', leftOn: '2025-12-01' },
    },
    { surnames: 'Mamani' },
  ),
  {
    ...post(
      '/api/members/v1/members/002',
      { givenNames: 'Felipa', surnames: 'Condori', household: 'F02', heir: 'Ana' },
      { heir: 'Eva' },
    ),
    ...{ method: 'PATCH', route: 'PATCH /api/members/v1/members/{number}', headers: { 'if-match': '"1"' } },
  },
  {
    ...post(
      '/api/members/v1/members/002/departure',
      { leftOn: DAY, reason: 'moved to El Alto', cause: 'resigned' },
      { leftOn: DAY, reason: 'moved away' },
    ),
    route: 'POST /api/members/v1/members/{number}/departure',
  },
  {
    ...post('/api/members/v1/members/002/return', { joinedOn: BACK }, { joinedOn: BACK, leftOn: BACK }),
    route: 'POST /api/members/v1/members/{number}/return',
  },
  load(
    'members/v1/users',
    { name: 'new', password, roles: ['member'], member: '001' },
    { roles: ['member', 'manager'] },
  ),
  {
    ...post(
      `/api/members/v1/users/buyer-${coop}`,
      { roles: ['integrator'], password, active: true },
      { active: false },
    ),
    ...{ method: 'PATCH', route: 'PATCH /api/members/v1/users/{name}', headers: { 'if-match': '"1"' } },
  },
  load(
    'members/v1/resolutions',
    {
      ...{ number: '9', adoptedOn: DAY, subject: 'Fence', votesFor: 2, votesAgainst: 1, abstentions: 0 },
      covers: [
        { kind: 'run', season: OPEN, fingerprint: `sha256:${'0f'.repeat(32)}` },
        { kind: 'rules', season: OPEN },
      ],
    },
    { subject: 'Gate' },
  ),
  post('/api/members/v1/assemblies', CALL, { ...CALL, place: 'Gate' }),
  post('/api/members/v1/assembly-rules', ASSEMBLY_RULES, { ...ASSEMBLY_RULES, noticeDays: 11 }),
];
