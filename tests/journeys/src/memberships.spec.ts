import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '@ayni/api-client/client';
import type { Answer } from '@ayni/api-client/answer';
import { closeSeason } from '@ayni/api-client/close-season';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { until } from '@ayni/testing/until';
import { Caller, type Reply } from './caller.js';
import { passwordOf } from './people.js';
import { carry } from './resolutions.js';
import { EQUAL_RULES, register, setUp } from './small-coop.js';
import { startSystem } from './start-system.js';

const COOP = 'chacoma';
const MONEY = '/api/profit-sharing/v1';
const MEMBERS = '/api/members/v1/members';

let system: SystemProcess;
let client: Client;
let first: Caller;
/** The shares of 2024, which are approved. */
let run: string;

/** One who is advanced more than her share and leaves; 2024 is then closed and shared. */
beforeAll(async () => {
  system = await startSystem();
  client = await setUp(system, COOP);
  await register(client, COOP);
  first = await Caller.signIn(system.url, COOP, 'first', passwordOf(COOP));
  const season = (code: string): object => ({
    ...{ code, name: code, from: `${code}-01-01`, to: `${code}-12-31`, cashUnit: '0.10' },
    ruleSet: { ...EQUAL_RULES, offsets: { order: ['advance'] } },
  });
  await client.post(`${MONEY}/seasons`, { rows: [season('2024'), season('2025')] });
  await sell('R-2024', '2024-05-05');
  const advance = { code: 'A-1', paidOn: '2024-06-01', member: '001', amount: '500.00', note: '' };
  await client.post(`${MONEY}/advances`, { rows: [advance] });
  const left = await client.command(`${MEMBERS}/001/departure`, { leftOn: '2025-02-28', reason: 'to the city' });
  await client.settled(left, 'profit-sharing');
  await client.settled(left, 'production');
  await closeSeason(client, '2024');
  run = (await client.post(`${MONEY}/seasons/2024/runs`, {})).field('run').field('id').text;
  await client.post(`${MONEY}/runs/${run}/proposal`, {});
  await carry(client, run, { number: '7', adoptedOn: '2025-01-05', subject: 'Shares' });
  await client.as('second', passwordOf(COOP)).post(`${MONEY}/runs/${run}/approval`, { resolution: '7' });
});

afterAll(() => system.remove());

async function sell(receipt: string, day: string): Promise<void> {
  const line = { product: 'ONION', quantity: '1', unit: 'kg', unitPrice: '300.00' };
  const sale = { receipt, soldAt: `${day}T10:00:00-04:00`, market: 'Villa Dolores', payment: 'cash', lines: [line] };
  await client.post('/api/sales/v1/sales', { rows: [sale] });
}

/** Once profit-sharing has heard of it: what the case of a season says of a member. */
const inCase = (season: string, number: string, isSo: (member: Answer) => boolean): Promise<Answer> =>
  until(async (see) => {
    const preview = await client.get(`${MONEY}/seasons/${season}/preview`);
    const member = preview
      .field('case')
      .field('members')
      .list.find((each) => each.field('member').text === number);
    return member && isSo(see(member)) ? member : undefined;
  });

const equalDays = (member: Answer): string => member.field('weights').field('equal').text;

test('a member forgotten in a closed season is entered with her true day; it counts from the season that is open, and nothing that was approved changes', async () => {
  const verified = async (): Promise<unknown> =>
    (await client.get(`${MONEY}/runs/${run}/verification`)).field('equal').value;
  expect(await verified()).toBe(true);
  const row = { number: '010', givenNames: 'Eva', surnames: 'Mamani', sex: 'F', birthYear: 1990, household: 'F02' };
  const entered = await client.command(MEMBERS, { rows: [{ ...row, joinedOn: '2024-03-01' }] });
  for (const service of ['production', 'inventory', 'profit-sharing'] as const) await client.settled(entered, service);
  const again = await first.post(MEMBERS, { rows: [{ ...row, number: '011', joinedOn: '2024-03-01' }] });
  expect(again.body.field('late').value).toEqual([{ number: '011', countsFrom: '2025-01-01' }]);
  expect((await client.get(`${MEMBERS}/010`)).value).toMatchObject({ joinedOn: '2024-03-01' });

  expect(await verified()).toBe(true);
  const open = await inCase('2025', '010', () => true);
  expect(equalDays(open)).toBe('365');
});

test('she who left comes back under her number: both periods count, nothing in between, and what she owes is still hers', async () => {
  const back = await client.command(`${MEMBERS}/001/return`, { joinedOn: '2025-11-01' });
  for (const service of ['production', 'inventory', 'profit-sharing'] as const) await client.settled(back, service);

  const member = await inCase('2025', '001', (each) => equalDays(each) === '120');
  // January, February, November, December; 500.00 less her share of 100.00
  expect(member.value).toMatchObject({
    household: 'F01',
    debts: expect.arrayContaining([{ kind: 'advance', code: 'A-1', amount: '400.00' }]),
  });

  const facts = (day: string, n: string): Promise<Reply[]> => {
    const at = `${day}T10:00:00-04:00`;
    const labour = { workedOn: day, member: '001', activity: 'weeding', minutes: 60 };
    const delivery = { deliveredAt: at, member: '001', product: 'ONION', quantity: '1', unit: 'kg', unitPrice: '1.00' };
    return Promise.all([
      first.post('/api/production/v1/work', { rows: [{ code: `W-${n}`, ...labour }] }),
      first.post('/api/inventory/v1/deliveries', { rows: [{ code: `D-${n}`, ...delivery }] }),
      first.post(`${MONEY}/advances`, {
        rows: [{ code: `A-${n}`, paidOn: day, member: '001', amount: '1.00', note: '' }],
      }),
    ]);
  };
  const between = [...(await facts('2025-03-01', 'x')), ...(await facts('2025-10-31', 'y'))];
  expect(between.map(({ status, body }) => [status, body.field('code').value])).toEqual(
    between.map(() => [409, 'not-a-member-then']),
  );
  const within = [...(await facts('2025-02-28', 'z')), ...(await facts('2025-11-01', 'v'))];
  expect(within.map(({ status }) => status)).toEqual(within.map(() => 201));
  // the register agrees in all services: the season closes
  await client.post(`${MONEY}/advances/A-z/reversal`, { reason: 'twice' });
  await sell('R-2025', '2025-05-05');
  await closeSeason(client, '2025');
  const verification = await client.get(`${MONEY}/runs/${run}/verification`);
  expect(verification.field('equal').value).toBe(true);
});
