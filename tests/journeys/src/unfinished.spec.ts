import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import { Caller } from './caller.js';
import { datedFacts } from './dated-facts.js';
import { passwordOf } from './people.js';
import { EQUAL_RULES, register, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const SEASON = '/api/profit-sharing/v1/seasons/2025';
const AT = '2025-03-10T09:30:00-04:00';
/** A day before the season that is of no other. */
const STRAY = '2024-12-31T09:30:00-04:00';

let system: SystemProcess;
let client: Client;
let caller: Caller;

beforeAll(async () => {
  system = await startSystem();
  client = await setUp(system, COOP);
  await register(client, COOP);
  caller = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  const season = { code: '2025', name: 'Season', from: '2025-01-01', to: '2025-12-31', cashUnit: '0.10' };
  const opened = await client.command('/api/profit-sharing/v1/seasons', {
    rows: [{ ...season, ruleSet: EQUAL_RULES }],
  });
  for (const service of ['production', 'inventory', 'sales'] as const) await client.settled(opened, service);
});

afterAll(() => system.remove());

const harvest = (code: string, at: string): object => ({
  ...{ code, harvestedAt: at, structure: 'G1', product: 'ONION' },
  ...{ quantity: '5', unit: 'kg', homeUse: '0' },
});
const work = (code: string, member = '001'): object => ({
  code,
  workedOn: '2025-03-10',
  member,
  activity: 'sowing',
  minutes: 60,
});
const sale = (receipt: string, payment: string, quantity: string, at = AT): object => ({
  ...{ receipt, soldAt: at, market: 'Villa Dolores', payment },
  lines: [{ product: 'ONION', quantity, unit: 'kg', unitPrice: '10.00' }],
});
test('a fact of any kind on a day of no season is taken, and its answer says so', async () => {
  const store = await client.command('/api/production/v1/harvests', { rows: [harvest('H0', STRAY)] });
  await client.settled(store, 'inventory');
  // what is paid or given back is so after it was owed or bought, and a fund used after the assembly let it be
  const ofOthers =
    /supplier-payments|repayments|contributions|certificate-(withdrawals|transfers)|bank-matches|asset-disposals|fund-uses/;
  for (const { path, body, reversal } of datedFacts(COOP, STRAY, 'stray').filter((fact) => !ofOthers.test(fact.path))) {
    const tried = (await caller.post(`${path}?trial=true`, body)).body.value;
    expect({ path, tried }).toMatchObject({ path, tried: { recorded: 1, refused: 0, noSeason: true } });
    const stray = (await caller.post(path, body)).body.value;
    expect({ path, stray }).toMatchObject({ path, stray: { noSeason: true, daysOfNoSeason: ['2024-12-31'] } });
    await client.post(reversal, { reason: 'wrong day' });
  }
  for (const { path, body } of datedFacts(COOP, AT, 'inside')) {
    const inside = (await caller.post(`${path}?trial=true`, body)).body.value;
    expect({ path, inside }).toEqual({ path, inside: expect.not.objectContaining({ noSeason: true }) });
  }
  await client.post('/api/production/v1/harvests/H0/reversal', { reason: 'wrong day' });
});

/** One who left before the day of work that was taken of her. */
const LEAVING = `M-${COOP}`;
const AFTER_LEAVING = `production work-after-leaving ${LEAVING} - 60`;

/** What the registered co-op spent of an agreement whose money has not come. */
const PRE_FINANCED = 'profit-sharing prefinanced-grant S-agreed - 500.00';

/** What the preview lists, as `service kind of day sum`. */
const listed = async (): Promise<string[]> =>
  (await client.get(`${SEASON}/preview`))
    .field('unfinished')
    .list.map((thing) =>
      ['service', 'kind', 'of', 'day', 'sum'].map((name) => String(thing.field(name).value ?? '-')).join(' '),
    );
const untilListed = (things: readonly string[]): Promise<true> =>
  until(async (see) => JSON.stringify(see(await listed())) === JSON.stringify(things) || undefined);

test('a season is closed over what any service has unfinished only for a reason', async () => {
  await client.post('/api/production/v1/work', { rows: [work('W1'), work('W2'), work('W3', LEAVING)] });
  const second = client.as('second', passwordOf(COOP));
  await second.post('/api/production/v1/work/confirmations', { codes: ['W3'] });
  await client.post(`/api/members/v1/members/${LEAVING}/departure`, { leftOn: '2025-03-09', reason: 'to the city' });
  await client.post('/api/sales/v1/sales', {
    rows: [sale('R1', 'credit', '2'), sale('R2', 'cash', '1'), sale('R0', 'cash', '1', STRAY)],
  });
  await untilListed([
    'inventory shortage ONION - 3000',
    'production unconfirmed-work 001 - 120',
    AFTER_LEAVING,
    'sales uncollected-credit Villa Dolores - 20.00',
    'sales no-season sale 2024-12-31 1',
    PRE_FINANCED,
  ]);
  const asked = { season: '2025' };
  const refused = await caller.post(`${SEASON}/closing`, asked);
  expect([refused.status, refused.body.field('code').value]).toEqual([409, 'season-unfinished']);
  expect(refused.body.field('errors').list.map((error) => error.field('code').text)).toEqual([
    ...['season-unfinished', 'shortage', 'unconfirmed-work', 'uncollected-credit', 'no-season', 'prefinanced-grant'],
  ]);

  await client.post('/api/production/v1/harvests', { rows: [harvest('H1', AT)] });
  await client.post('/api/sales/v1/sales/R0/reversal', { reason: 'wrong day' });
  await second.post('/api/production/v1/work/confirmations', { codes: ['W1'] });
  await untilListed([
    'production unconfirmed-work 001 - 60',
    AFTER_LEAVING,
    'sales uncollected-credit Villa Dolores - 20.00',
    PRE_FINANCED,
  ]);

  expect((await caller.post(`${SEASON}/closing`, { ...asked, reason: 'the buyer pays in May' })).status).toBe(201);
  const closed = await until(async (see) => {
    const closing = await client.get(`${SEASON}/closing`);
    return see(closing.field('state').text) === 'closed' ? closing : undefined;
  });
  expect(closed.field('left').value).toEqual({ reason: 'the buyer pays in May', by: 'first' });
  expect(closed.field('unfinished').list.map((thing) => thing.field('kind').text)).toEqual([
    'unconfirmed-work',
    'work-after-leaving',
    'uncollected-credit',
    'prefinanced-grant',
  ]);
});

test('the next season begins on the day after the last one, unless another day is named', async () => {
  const next = { code: '2026', name: 'Next', to: '2026-12-31', cashUnit: '0.10', ruleSet: EQUAL_RULES };
  await client.post('/api/profit-sharing/v1/seasons', { rows: [next] });
  const again = (await caller.post('/api/profit-sharing/v1/seasons', { rows: [next] })).body.value;
  expect(again).toMatchObject({ recorded: 0, unchanged: 1 });
  expect((await client.get('/api/profit-sharing/v1/seasons/2026')).field('from').text).toBe('2026-01-01');
  const other = await caller.post('/api/profit-sharing/v1/seasons', {
    rows: [{ ...next, code: 'x', from: '2026-06-01' }],
  });
  expect(other.body.field('code').text).toBe('seasons-overlap');
  expect(other.body.field('detail').text).toContain('el 1 de enero de 2027');
});
