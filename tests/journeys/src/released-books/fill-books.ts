import { randomUUID } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from '../caller.js';
import { operate } from '../operate.js';
import { passwordOf } from '../people.js';
import { carry } from '../resolutions.js';
import { fill, register, RULES, setUp } from '../small-coop.js';

/** The co-op that has lived through most, and one beside it with an event that inventory could not apply. */
export const RICH = 'kantuta';
export const OTHER = 'wiphala';

/** What the event that could not be applied needs first. */
export const LACKING_PRODUCT = 'MELON';

/** The season before those of every small co-op. */
const BEFORE = '2024';

/** A command as it was sent and answered. */
export type Sent = {
  readonly coop: string;
  readonly user: string;
  readonly path: string;
  readonly key: string;
  readonly body: object;
  readonly answer: unknown;
};

/** Makes two co-ops and lets them work for two years. @returns some commands, to be sent again some day */
export async function fillBooks(system: SystemProcess): Promise<Sent[]> {
  const rich = await setUp(system, RICH);
  await makeOther(system);
  await register(rich, RICH);
  await yearBefore(rich);
  await fill(rich, RICH);
  await fill(new Client(system.url, { coop: OTHER, user: 'first', password: passwordOf(OTHER) }), OTHER);
  const caller = await Caller.signIn(system.url, RICH, 'first', passwordOf(RICH));
  await changePeople(caller);
  const sent = await sendAsPhonesDo(caller);
  await parkAnEvent(system);
  return sent;
}

async function makeOther({ folder }: SystemProcess): Promise<void> {
  const made = await operate(
    ['coop', 'create', '--data', folder, '--code', OTHER, '--name', `Co-op ${OTHER}`, '--user', 'first'],
    `${passwordOf(OTHER)}\n`,
  );
  if (made.status !== 0) throw new Error(made.errors);
}

/** A season in which units change, somebody leaves, the store falls short, and a run is rejected. */
async function yearBefore(client: Client): Promise<void> {
  const post = (path: string, ...rows: object[]): Promise<unknown> => client.post(`/api/${path}`, { rows });
  const at = (day: string): string => `${day}T08:15:00-04:00`;
  await post('profit-sharing/v1/funds', ...['education', 'social'].map((code) => ({ code, nameEs: `Fondo ${code}` })));
  await post('profit-sharing/v1/seasons', {
    ...{ code: BEFORE, name: 'Gestión 2024', from: '2024-01-01', to: '2024-12-31', cashUnit: '0.10' },
    ruleSet: {
      ...RULES,
      code: 'many-funds',
      steps: [
        ...RULES.steps,
        { kind: 'fund', fund: 'education', percent: '5.00', of: 'result', rounding: 'up' },
        { kind: 'fund', fund: 'social', percent: '2.50', of: 'result', rounding: 'half-up' },
      ],
      bases: [
        { basis: 'work-minutes', percent: '70.00' },
        { basis: 'value-delivered', percent: '20.00' },
        { basis: 'equal', percent: '10.00' },
      ],
    },
  });
  const member = (number: string, household: string): object => ({
    ...{ number, givenNames: 'Ñusta', surnames: "Choque d'Apaza", sex: 'F', birthYear: 1961 },
    ...{ household, joinedOn: '2024-02-29' },
  });
  const products = ['production', 'sales'] as const;
  const eggs = await client.command('/api/inventory/v1/products', {
    rows: [{ code: 'EGG', name: 'Huevo «criollo»', stockUnit: 'piece' }],
  });
  const units = await client.command('/api/inventory/v1/units', {
    rows: [
      { product: 'EGG', unit: 'egg', factor: '1', validFrom: '2024-01-01' },
      { product: 'EGG', unit: 'maple', factor: '30', validFrom: '2024-01-01' },
      { product: 'EGG', unit: 'maple', factor: '36', validFrom: '2024-07-01' },
      { product: 'ONION', unit: 'arroba', factor: '11340', validFrom: '2024-07-01' },
      { product: 'ONION', unit: 'bunch', factor: '1250/3', validFrom: '2024-01-01' },
    ],
  });
  const people = await client.command('/api/members/v1/members', {
    rows: [member('003', 'F02'), member('004', 'F01')],
  });
  for (const service of products) for (const command of [eggs, units]) await client.settled(command, service);
  for (const service of ['production', 'inventory', 'profit-sharing'] as const) await client.settled(people, service);

  await post(
    'production/v1/structures',
    { code: 'P1', name: 'Plot', kind: 'plot', areaM2: '1250.5' },
    { code: 'N1', name: 'Pen', kind: 'pen', areaM2: '40' },
  );
  const harvest = (code: string, day: string, product: string, quantity: string, unit: string): object => ({
    ...{ code, harvestedAt: at(day), structure: product === 'EGG' ? 'N1' : 'P1', product, quantity, unit },
    homeUse: product === 'EGG' ? '1' : '0.5',
  });
  await post(
    'production/v1/harvests',
    harvest('H-0-1', '2024-03-10', 'ONION', '80', 'kg'),
    harvest('H-0-2', '2024-03-12', 'EGG', '10', 'maple'),
    harvest('H-0-3', '2024-07-01', 'EGG', '10', 'maple'),
    harvest('H-0-4', '2024-08-01', 'ONION', '9', 'kg'),
  );
  await post(
    'inventory/v1/deliveries',
    ...['2024-06-30', '2024-07-01'].map((day, i) => ({
      ...{ code: `D-0-${i}`, deliveredAt: at(day), member: i === 0 ? '003' : '001', product: 'ONION' },
      ...{ quantity: '3', unit: 'arroba', unitPrice: '37.33' },
    })),
  );
  const labour = (code: string, member: string, day: string, minutes: number): object => ({
    ...{ code, workedOn: day, member, activity: 'Riego', minutes },
  });
  const work = [
    labour('W-0-1', '001', '2024-03-01', 480),
    labour('W-0-2', '002', '2024-03-01', 307),
    labour('W-0-3', '003', '2024-06-30', 1_440),
    labour('W-0-4', '004', '2024-12-31', 61),
  ];
  await post('production/v1/work', ...work, labour('W-0-unconfirmed', '001', '2024-05-05', 90));
  await client.post('/api/production/v1/work/confirmations', { codes: ['W-0-1', 'W-0-2', 'W-0-3', 'W-0-4'] });
  await post('production/v1/care', labour('C-0-1', '003', '2024-06-01', 600));
  await post('inventory/v1/losses', {
    ...{ code: 'L-0-1', recordedAt: at('2024-07-05'), product: 'EGG', quantity: '7', unit: 'egg' },
    reason: 'Broken on the way',
  });
  const sale = (receipt: string, day: string, payment: string, ...lines: object[]): object => ({
    ...{ receipt, soldAt: at(day), market: 'Villa Dolores', payment, lines },
  });
  const line = (product: string, quantity: string, unit: string, unitPrice: string): object => ({
    ...{ product, quantity, unit, unitPrice },
  });
  await post(
    'sales/v1/sales',
    sale('R-0-1', '2024-03-20', 'cash', line('ONION', '12', 'kg', '4.35'), line('EGG', '2', 'maple', '28.50')),
    sale('R-0-2', '2024-07-10', 'qr', line('EGG', '2', 'maple', '31.00'), line('ONION', '3', 'bunch', '1.99')),
    sale('R-0-3', '2024-07-11', 'credit', line('ONION', '2.5', 'kg', '5.55')),
  );
  await client.post('/api/sales/v1/sales/R-0-3/reversal', { reason: 'The buyer brought it back' });
  // more than the store has, which a later harvest makes good
  const short = await client.command('/api/sales/v1/sales', {
    rows: [sale('R-0-4', '2024-09-01', 'cash', line('ONION', '250', 'kg', '3.10'))],
  });
  await client.settled(short, 'inventory');
  await post('production/v1/harvests', harvest('H-0-5', '2024-09-15', 'ONION', '400', 'kg'));
  await post(
    'profit-sharing/v1/grants',
    ...[true, false].map((restricted, i) => ({
      ...{ code: `S-0-${i}`, funder: 'CEF', purpose: 'Carpas solares', amount: `${480 - i * 300}.00` },
      ...{ receivedOn: '2024-04-01', restricted },
    })),
  );
  await post(
    'profit-sharing/v1/expenses',
    { code: 'E-0-1', spentOn: '2024-04-02', category: 'Seed', amount: '33.33', fundedBy: 'own' },
    { code: 'E-0-2', spentOn: '2024-04-03', category: 'Film', amount: '410.10', fundedBy: 'S-0-0' },
    { code: 'E-0-3', spentOn: '2024-04-04', category: 'Fuel', amount: '18.00', fundedBy: 'own' },
  );
  await client.post('/api/profit-sharing/v1/expenses/E-0-3/reversal', { reason: 'Paid by the neighbours' });
  await post(
    'profit-sharing/v1/advances',
    { code: 'A-0-1', paidOn: '2024-10-01', member: '001', amount: '45.45', note: 'School' },
    { code: 'A-0-2', paidOn: '2024-10-02', member: '004', amount: '999.99', note: 'More than her share' },
  );
  await client.post('/api/members/v1/members/003/departure', { leftOn: '2024-09-30', reason: 'Moved to Oruro' });
  await shareOut(client);
}

async function shareOut(client: Client): Promise<void> {
  const base = '/api/profit-sharing/v1';
  await closeSeason(client, BEFORE);
  const propose = async (at: object): Promise<string> => {
    const run = (await client.post(`${base}/seasons/${BEFORE}/runs`, at)).field('run').field('id').text;
    await client.post(`${base}/runs/${run}/proposal`, {});
    return run;
  };
  const second = client.as('second', passwordOf(RICH));
  const rejected = await propose({});
  await second.post(`${base}/runs/${rejected}/rejection`, { reason: 'The assembly wants to see the receipts first' });
  // the same user asks for the same again, so that another has to
  const treasurer = client.as('treasurer', passwordOf(RICH));
  const run = (await treasurer.post(`${base}/seasons/${BEFORE}/runs`, {})).field('run').field('id').text;
  await treasurer.post(`${base}/runs/${run}/proposal`, {});
  await client.post('/api/members/v1/resolutions', {
    rows: [{ number: '1', adoptedOn: '2025-01-05', subject: 'Hoses', votesFor: 1, votesAgainst: 1, abstentions: 1 }],
  });
  await carry(client, run, { number: '2', adoptedOn: '2025-01-05', subject: 'Shares of 2024' });
  await second.post(`${base}/runs/${run}/approval`, { resolution: '2' });
}

/** Corrects a member, and makes a user and changes her, so that both have a second version. */
async function changePeople(caller: Caller): Promise<void> {
  const patch = async (path: string, body: object): Promise<void> => {
    expectTaken(path, await caller.ask('PATCH', path, { body, headers: { 'if-match': '"1"' } }));
  };
  await patch('/api/members/v1/members/004', { household: 'F02', heir: 'Eva Choque' });
  const users = '/api/members/v1/users';
  const former = { name: 'former', password: passwordOf(RICH), roles: ['manager'] };
  expectTaken(users, await caller.post(users, { rows: [former] }));
  await patch(`${users}/former`, { roles: ['integrator'], active: false });
}

/** Sends commands whose answers a phone might not have heard. */
async function sendAsPhonesDo(caller: Caller): Promise<Sent[]> {
  const commands = {
    '/api/production/v1/work': {
      rows: [{ code: 'W-phone', workedOn: '2025-08-20', member: '001', activity: 'Deshierbe', minutes: 45 }],
    },
    '/api/sales/v1/sales': {
      rows: [
        {
          ...{ receipt: 'R-phone', soldAt: '2025-08-20T18:59:59-04:00', market: 'Villa Dolores', payment: 'cash' },
          lines: [{ product: 'EGG', quantity: '1', unit: 'maple', unitPrice: '30.00' }],
        },
      ],
    },
    '/api/sales/v1/sales/R-phone/reversal': { reason: 'Typed on the wrong day' },
  };
  const sent: Sent[] = [];
  for (const [path, body] of Object.entries(commands)) {
    const key = randomUUID();
    const reply = await caller.post(path, body, key);
    expectTaken(path, reply);
    sent.push({ coop: RICH, user: 'first', path, key, body, answer: reply.body.value });
  }
  return sent;
}

/** Writes a sale into the log of sales that no door of it would take, since nobody knows its product. */
async function parkAnEvent(system: SystemProcess): Promise<void> {
  const sales = await system.sql('sales', 'superuser');
  const { rows } = await sales.query<{ coop_id: string }>('SELECT coop_id FROM coops WHERE code = $1', [OTHER]);
  const data = {
    ...{ receipt: 'R-lacking', day: '2025-08-21', market: 'Villa Dolores', payment: 'cash' },
    ...{ soldAt: '2025-08-21T10:00:00Z', currency: 'BOB', total: '12.00' },
    lines: [
      {
        ...{ line: 1, product: LACKING_PRODUCT, quantity: '1', unit: 'kg', stockUnit: 'g', stockQuantity: '1000' },
        ...{ unitPrice: '12.00', amount: '12.00' },
      },
    ],
  };
  await sales.query(
    `INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
     VALUES ($1, $2, 'sale/R-lacking', 1, 'ayni.sales.sale-recorded.v1', $3, now(), $4)`,
    [rows[0]?.coop_id, randomUUID(), randomUUID(), JSON.stringify(data)],
  );
}

function expectTaken(what: string, { status, text }: { readonly status: number; readonly text: string }): void {
  if (status >= 300) throw new Error(`${what} was refused: ${text}`);
}
