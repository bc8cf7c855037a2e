import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import type { Answer } from '@ayni/api-client/answer';
import { closeSeason } from '@ayni/api-client/close-season';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import { Caller, type Reply } from './caller.js';
import { passwordOf } from './people.js';
import { EQUAL_RULES, register, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const SEASONS = '/api/profit-sharing/v1/seasons';
const CARE = '/api/production/v1/care';

let system: SystemProcess;
let client: Client;
let first: Caller;

beforeAll(async () => {
  system = await startSystem();
  client = await setUp(system, COOP);
  await register(client, COOP);
  first = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
});

afterAll(() => system.remove());

const season = (code: string, from: string, to: string, more: object = {}): object => ({
  ...{ code, name: `Gestión ${code}`, from, to, cashUnit: '0.10', ruleSet: EQUAL_RULES },
  ...more,
});

const open = (...rows: object[]): Promise<Reply> => first.post(SEASONS, { rows });

/** Corrects a season as somebody who has just read it. */
async function change(code: string, changes: object): Promise<Reply> {
  const read = await first.get(`${SEASONS}/${code}`);
  return first.ask('PATCH', `${SEASONS}/${code}`, {
    body: changes,
    headers: { 'if-match': read.headers.get('etag') ?? '' },
  });
}

/** What all services said to what they were asked last about a season, once all have answered. */
const answered = (code: string): Promise<Answer> =>
  until(async (see) => {
    const { body } = await first.get(`${SEASONS}/${code}/change`);
    return see(body.value) && body.field('state').text !== 'asking' ? body : undefined;
  });

/** Writes minutes of care: production alone ever hears of them. */
const care = (code: string, workedOn: string): Promise<Reply> =>
  first.post(CARE, { rows: [{ code, workedOn, member: '001', activity: 'cooking', minutes: 30 }] });

test('a season opened with a wrong percent, coin and day is put right while nothing is dated in it, and what it was is kept', async () => {
  expect((await open(season('2024', '2024-01-01', '2024-12-31'))).status).toBe(201);
  const ruleSet = {
    code: 'right',
    steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '20.00', of: 'result', rounding: 'up' }],
    bases: EQUAL_RULES.bases,
  };
  const wanted = { name: 'Gestión 2024 primera', cashUnit: '0.50', from: '2024-02-01', to: '2024-06-30', ruleSet };
  const asked = await change('2024', wanted);
  expect([asked.status, asked.body.field('state').value]).toEqual([200, 'changing']);
  const answer = await answered('2024');
  expect(answer.value).toMatchObject({ state: 'done', askedBy: 'first', days: [], withdrawal: null });
  const now = await first.get(`${SEASONS}/2024`);
  expect(now.body.value).toMatchObject({ ...wanted, state: 'open', rulesVersion: 2 });
  const changes = await first.get(`${SEASONS}/2024/changes`);
  expect(
    changes.body
      .field('items')
      .list.map((row) => ['field', 'before', 'after', 'changedBy'].map((name) => row.field(name).value)),
  ).toEqual([
    ['cashUnit', '0.10', '0.50', 'first'],
    ['from', '2024-01-01', '2024-02-01', 'first'],
    ['name', 'Gestión 2024', 'Gestión 2024 primera', 'first'],
    ['ruleSet', JSON.stringify(EQUAL_RULES), JSON.stringify(ruleSet), 'first'],
    ['to', '2024-12-31', '2024-06-30', 'first'],
  ]);
  // the doors of all services keep the days that it has now
  await until(async () => (await care('C-gap', '2024-01-15')).body.field('noSeason').value === true);
});

test('a correction made from an older reading, of nothing, or onto days of another season is refused', async () => {
  await open(season('2022', '2022-01-01', '2022-12-31'), season('2023', '2023-01-01', '2023-12-31'));
  const stale = await first.ask('PATCH', `${SEASONS}/2022`, { body: { name: 'x' }, headers: { 'if-match': '"7"' } });
  const unread = await first.ask('PATCH', `${SEASONS}/2022`, { body: { name: 'x' } });
  const replies = [stale, unread, await change('2022', {}), await change('2022', { to: '2023-01-01' })];
  replies.push(await change('2022', { from: '2023-01-01' }), await change('2022', { cashUnit: '0.00' }));
  expect(replies.map(({ status, body }) => [status, body.field('code').value])).toEqual([
    [412, 'stale-version'],
    [400, 'if-match-missing'],
    [400, 'nothing-to-do'],
    [409, 'seasons-overlap'],
    [400, 'wrong-order'],
    [400, 'bad-rule-set'],
  ]);
});

test('days with records on them stay in their season, whoever holds the records, and are named; the season goes on', async () => {
  await until(async () => (await care('C-1', '2022-11-20')).body.field('noSeason').value === undefined);
  expect((await change('2022', { to: '2022-10-31' })).body.field('state').value).toBe('changing');
  const answer = await answered('2022');
  expect(answer.value).toMatchObject({
    state: 'refused',
    days: [{ service: 'production', kind: 'care', day: '2022-11-20', records: 1 }],
  });
  expect((await first.get(`${SEASONS}/2022`)).body.value).toMatchObject({ state: 'open', to: '2022-12-31' });
  await until(async () => (await care('C-2', '2022-11-21')).status === 201);

  // what these books hold themselves is known at once
  const spent = { code: 'E-1', spentOn: '2022-12-24', category: 'seed', amount: '5.00', fundedBy: 'own' };
  expect((await first.post('/api/profit-sharing/v1/expenses', { rows: [spent] })).status).toBe(201);
  for (const wanted of [{ to: '2022-11-30' }, { cashUnit: '0.20' }]) {
    const refused = await change('2022', wanted);
    expect([refused.status, refused.body.field('code').value]).toEqual([409, 'season-in-use']);
    expect(refused.text).toContain('24 de diciembre de 2022');
  }
  expect((await change('2022', { name: 'Otra' })).body.field('state').value).toBe('open');

  for (const code of ['C-1', 'C-2']) await first.post(`${CARE}/${code}/reversal`, { reason: 'twice' });
  await first.post('/api/profit-sharing/v1/expenses/E-1/reversal', { reason: 'twice' });
  expect((await change('2022', { to: '2022-10-31' })).status).toBe(200);
  expect((await answered('2022')).field('state').text).toBe('done');
  expect((await open(season('2022b', '2022-11-01', '2022-12-31'))).status).toBe(201);
});

test('a season opened twice is withdrawn where nothing is dated in it; it is listed as withdrawn, and stands in nobody’s way', async () => {
  const withdraw = (code: string, again = code): Promise<Reply> =>
    first.post(`${SEASONS}/${code}/withdrawal`, { season: again, reason: 'opened twice' });
  await until(async () => (await care('C-3', '2023-05-05')).body.field('noSeason').value === undefined);
  expect((await withdraw('2023', '2022')).body.field('code').value).toBe('season-not-named');
  expect((await withdraw('2023')).status).toBe(201);
  expect((await answered('2023')).value).toMatchObject({
    state: 'refused',
    withdrawal: 'opened twice',
    days: [{ kind: 'care', day: '2023-05-05' }],
  });
  await until(async () => (await first.post(`${CARE}/C-3/reversal`, { reason: 'twice' })).status === 201);
  expect((await withdraw('2023')).status).toBe(201);
  expect((await answered('2023')).field('state').text).toBe('done');

  const listed = await first.get(SEASONS);
  const states = listed.body.field('items').list.map((row) => [row.field('code').text, row.field('state').text]);
  expect(states).toContainEqual(['2023', 'withdrawn']);
  const told = await first.get(`${SEASONS}/2023/changes`);
  expect(told.text).toContain('opened twice');
  const events = '/api/profit-sharing/v1/events?types=ayni.profit-sharing.season-withdrawn.v1';
  await until(async () => (await first.get(events)).text.includes('opened twice'));

  const closing = { season: '2023', reason: 'known' };
  const noes = [
    await open(season('2023', '2023-01-01', '2023-12-31')),
    await change('2023', { name: 'x' }),
    await withdraw('2023'),
    await first.post(`${SEASONS}/2023/closing`, closing),
    await first.get(`${SEASONS}/2023/preview`),
  ];
  expect(noes.map(({ status, body }) => [status, body.field('code').value])).toEqual(
    noes.map(() => [409, 'season-withdrawn']),
  );
  await until(async () => (await care('C-4', '2023-05-06')).body.field('noSeason').value === true);
  await first.post(`${CARE}/C-4/reversal`, { reason: 'twice' });

  // its days are free, and no later season waits for its shares
  expect((await open(season('2023-2', '2023-01-01', '2023-12-31'))).status).toBe(201);
  for (const code of ['2022', '2022b', '2023-2']) await closeSeason(client, code);
  for (const [code, status] of [
    ['2022', 201],
    ['2023-2', 409],
  ] as const) {
    const run = await first.post(`${SEASONS}/${code}/runs`, {});
    expect(run.status).toBe(status);
    expect(run.text).not.toContain('"2023"');
  }
});

test('a closed season is opened again under a resolution: every door takes its days, and it closes by a whole new round', async () => {
  const careOf = (code: string): Promise<Reply> => care(code, '2022-11-25');
  expect((await careOf('C-5')).body.field('code').value).toBe('season-closed');
  const adopted = await client.command('/api/members/v1/resolutions', {
    rows: [
      {
        ...{ number: '9/2024', adoptedOn: '2024-02-01', subject: 'Volver a abrir' },
        ...{ votesFor: 2, votesAgainst: 0, abstentions: 0 },
        covers: [{ kind: 'reopening', season: '2022b' }],
      },
    ],
  });
  await client.settled(adopted, 'profit-sharing');
  const reopen = (): Promise<Reply> =>
    first.post(`${SEASONS}/2022b/reopening`, { season: '2022b', reason: 'a sheet turned up', resolution: '9/2024' });
  const reopened = await reopen();
  expect([reopened.status, reopened.body.field('reopened').value]).toEqual([201, '2022b']);
  expect((await reopen()).body.field('code').value).toBe('season-not-closed');
  await until(async () => (await careOf('C-5')).status === 201);
  const spent = { code: 'E-9', spentOn: '2022-12-24', category: 'seed', amount: '5.00', fundedBy: 'own' };
  const entered = await first.post('/api/profit-sharing/v1/expenses', { rows: [spent] });
  expect(entered.status).toBe(201);

  // the same words again would be the same command
  await closeSeason(client, '2022b', undefined, 'closed again');
  const services = (await first.get(`${SEASONS}/2022b/closing`)).body.field('services').list;
  const production = services.find((report) => report.field('service').text === 'production');
  expect(production?.field('written').field('care').value).toEqual({ records: '1', minutes: '30' });
  expect((await careOf('C-6')).body.field('code').value).toBe('season-closed');
  const events = await first.get('/api/profit-sharing/v1/events?types=ayni.profit-sharing.season-reopened.v1');
  expect(events.text).toContain('a sheet turned up');
});
