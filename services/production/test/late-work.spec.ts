import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { TestService, type Client } from '@ayni/testing-service/service';
import { production } from '../src/index.js';
import { DAY, Farm, harvest, work } from './farm.js';

let service: TestService;
let farm: Farm;
let treasurer: Client;
beforeAll(async () => {
  // the season is over
  service = await TestService.start(production, { now: '2026-07-02T12:00:00-04:00' });
});
afterAll(() => service.stop());
beforeEach(async () => {
  farm = await Farm.of(service);
  treasurer = await service.signIn(farm.coop, { user: 'tomasa', roles: ['treasurer'] });
  await farm.closeSeason();
});

const late = (kind: string, row: object) => ({
  ...{ kind, row, keptAt: '2025-08-04T18:00:00-04:00', refusal: 'season-closed' },
});
const post = (id: string) => treasurer.post(`/late-records/${id}/posting`, { date: 'today' });

test('work that a member kept is posted as hers, to be confirmed by another', async () => {
  const member = '007';
  const own = await service.signIn(farm.coop, { user: 'own', roles: ['member'], member });
  const { id } = (await own.post('/late-records', late('work', work('W1'))).expect(201)).body;
  expect((await own.get('/late-records').expect(200)).body.items).toMatchObject([
    { id, kind: 'work', day: DAY, happenedAt: null, state: 'waiting' },
  ]);
  await post(id).expect(201);
  expect((await own.get('/work').expect(200)).body.items).toMatchObject([
    { code: 'W1', member, workedOn: '2026-07-02', recordedBy: 'own', confirmedBy: null },
  ]);
});

test('work of another member is not posted for whoever handed it in', async () => {
  const stranger = await service.signIn(farm.coop, { user: 'stranger', roles: ['member'], member: '999' });
  const { id } = (await stranger.post('/late-records', late('work', work('W1'))).expect(201)).body;
  expect((await post(id).expect(403)).body.code).toBe('not-yours');
  expect(await farm.count('work')).toBe(0);
});

test('a harvest that a manager kept is posted with its lot', async () => {
  const { id } = (await farm.manager.post('/late-records', late('harvest', harvest('H1'))).expect(201)).body;
  await post(id).expect(201);
  expect((await farm.manager.get('/harvests').expect(200)).body.items).toMatchObject([
    { code: 'H1', day: '2026-07-02' },
  ]);
  expect(await farm.told()).toContain('harvest-recorded harvest/H1 1');
});
