import { createHash } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { dayIn, parseZone, type Instant } from '@ayni/kernel';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { agreeGrants, agreeMoney } from './agreed.js';
import { record, takeBack } from './every-fact.js';
import { operate } from './operate.js';
import { nameUsers, passwordOf, USERS } from './people.js';
import { carry } from './resolutions.js';

const SETTLING = ['production', 'inventory', 'sales', 'profit-sharing'] as const;

/** The rules of the small co-op's seasons, in the words of the API. */
export const RULES = {
  code: 'by-work',
  steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
  bases: [
    { basis: 'work-minutes', percent: '60.00' },
    { basis: 'value-delivered', percent: '40.00' },
  ],
  offsets: { order: ['advance'] },
};

/** Rules by which a season can be shared whoever worked or delivered. */
export const EQUAL_RULES = { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };

/** The season that a small co-op has closed and shared, and the one that is open. */
export const CLOSED = '2025-1';
export const OPEN = '2025-2';

/** Makes the co-op of a system that has none, and signs its first user in. */
export const setUp = (system: { url: string; setupCode: string }, coop: string): Promise<Client> =>
  Client.setUp(
    system.url,
    system.setupCode,
    { code: coop, name: `Co-op ${coop}`, currency: 'BOB', timezone: 'America/La_Paz' },
    { name: 'first', password: passwordOf(coop) },
  );

const begun = new WeakSet<SystemProcess>();

/** The same in a system that other journeys may share: the operator makes whatever co-op is not its first. */
export async function openCoop(system: SystemProcess, coop: string): Promise<Client> {
  if (!begun.has(system)) {
    begun.add(system);
    return setUp(system, coop);
  }
  const create = ['coop', 'create', '--data', system.folder, '--code', coop, '--name', `Co-op ${coop}`];
  const { status, errors } = await operate([...create, '--user', 'first'], `${passwordOf(coop)}\n`);
  if (status !== 0) throw new Error(errors);
  return new Client(system.url, { coop, user: 'first', password: passwordOf(coop) });
}

/**
 * Fills every list of a co-op with a few records: a season of a family farm, closed and shared, and the beginning of
 * the next. Everything that a person wrote names the co-op, and beside the records whose codes any co-op might use
 * there is one whose code names it. @returns the id of the approved run
 */
export async function fill(client: Client, coop: string): Promise<string> {
  await register(client, coop);
  const season = (code: string, from: string, to: string): object => ({
    code,
    name: `Season ${code} of ${coop}`,
    from,
    to,
    cashUnit: '0.10',
    ruleSet: RULES,
  });
  await client.post('/api/profit-sharing/v1/seasons', {
    rows: [season(CLOSED, '2025-01-01', '2025-06-30'), season(OPEN, '2025-07-01', '2025-12-31')],
  });
  await client.post('/api/profit-sharing/v1/own-rule-sets', { rows: [{ code: 'own-1', name: `Rules of ${coop}` }] });
  const version = { from: '2026-01-01', ruleSet: { ...RULES, code: 'own-1' } };
  await client.post('/api/profit-sharing/v1/own-rule-sets/own-1/versions', version);
  await record(client, coop, '2025-03-10', '1');
  await record(client, coop, '2025-08-10', '2');
  await takeBack(client, coop, '2');
  await assemble(client, coop);
  return shareOut(client, coop);
}

/** Names families, members, users, products and places, and waits until all services know them. */
export async function register(client: Client, coop: string): Promise<void> {
  const household = (code: string): object => ({ code, name: `Family ${code} ${coop}`, community: `Chacoma ${coop}` });
  const member = (number: string, home: string): object => ({
    number,
    givenNames: `Martina ${coop}`,
    surnames: `Yujra ${coop}`,
    sex: 'F',
    birthYear: 1980,
    household: home,
    joinedOn: '2024-01-01',
  });
  const product = (code: string): object => ({ code, name: `Onion ${coop}`, stockUnit: 'g', shelfLifeDays: 30 });
  const unit = (code: string, name: string, factor: string): object => ({
    product: code,
    unit: name,
    factor,
    validFrom: '2024-01-01',
  });
  const commands = [
    await client.command('/api/members/v1/households', {
      rows: [household('F01'), household('F02'), household(`F-${coop}`)],
    }),
    await client.command('/api/members/v1/members', {
      rows: [member('001', 'F01'), member('002', 'F02'), member(`M-${coop}`, `F-${coop}`)],
    }),
    await client.command('/api/inventory/v1/products', { rows: [product('ONION'), product(`P-${coop}`)] }),
    await client.command('/api/inventory/v1/units', {
      rows: [unit('ONION', 'kg', '1000'), unit('ONION', 'arroba', '11500'), unit(`P-${coop}`, 'kg', '1000')],
    }),
  ];
  for (const service of SETTLING) for (const command of commands) await client.settled(command, service);
  await nameUsers(client, coop, USERS);
  const buyer = { name: `buyer-${coop}`, roles: ['integrator'], password: `${passwordOf(coop)} at first` };
  await client.post('/api/members/v1/users', { rows: [buyer] });
  await client.post('/api/production/v1/structures', {
    rows: ['G1', `G-${coop}`].map((code) => ({ code, name: `Greenhouse ${coop}`, kind: 'greenhouse', areaM2: '96' })),
  });
  for (const content of [paper(), paper(coop)]) {
    await client.bring('/api/production/v1/attachments', content);
    await client.bring('/api/inventory/v1/attachments', content);
    await client.bring('/api/profit-sharing/v1/attachments', content);
  }
  await client.post('/api/sales/v1/markets', { rows: [{ name: 'Villa Dolores' }, { name: `Market ${coop}` }] });
  await client.post('/api/profit-sharing/v1/funds', {
    rows: ['legal-reserve', `fund-${coop}`].map((code) => ({ code, nameEs: `Reserva de ${coop}` })),
  });
  await agreeGrants(client, coop, '2025-01-06');
  await agreeMoney(client, coop, '2025-01-06');
}

/** A paper that a co-op keeps: the same in each, or one that names it. */
const paper = (of = 'any co-op'): Buffer => Buffer.from(`%PDF-1.7 of ${of}\n%%EOF`);

/** By what a paper is known. */
export const hashOfPaper = (of?: string): string => createHash('sha256').update(paper(of)).digest('hex');

/** The code of the assembly that a filled co-op held. */
export const ASSEMBLY = '2025-07-04';

/** Holds an assembly, which resolves nothing. */
async function assemble(client: Client, coop: string): Promise<void> {
  const at = `/api/members/v1/assemblies/${ASSEMBLY}`;
  const rules = { ...Object((await client.get('/api/members/v1/assembly-rules/current')).value), noticeDays: 5 };
  await client.post('/api/members/v1/assembly-rules', rules);
  const motion = (subject: string): object => ({ kind: 'ordinary', subject: `${subject} ${coop}` });
  await client.post('/api/members/v1/assemblies', {
    ...{ startsAt: `${ASSEMBLY}T09:00:00-04:00`, place: `Sede ${coop}`, calledOn: '2025-06-20' },
    agenda: [motion('Open'), motion('Secret')],
  });
  await client.post(`${at}/attendance`, { rows: ['001', '002'].map((member) => ({ member, present: true })) });
  await client.post(`${at}/opening`, { openedAt: `${ASSEMBLY}T09:40:00-04:00` });
  await client.post(`${at}/items/1/ballot`, { ballot: 'open' });
  await client.post(`${at}/items/1/votes`, { rows: [{ member: '001', choice: 'against' }] });
  await client.post(`${at}/items/1/result`, {});
  await client.post(`${at}/items/2/ballot`, { ballot: 'secret' });
  for (const user of ['first', 'second'])
    await client
      .as(user, passwordOf(coop))
      .post(`${at}/items/2/counts`, { votesFor: 1, votesAgainst: 1, abstentions: 0 });
  await client.post(`${at}/items/2/result`, {});
  await client.post(`${at}/closing`, {});
}

/** The day that it is for the small co-op. */
export const today = (): string => dayIn(parseZone('America/La_Paz'), new Date().toISOString() as Instant);

/** Pays the first family what it is owed, ends that payout, and has another one confirmed, of which nobody is paid. */
async function payOut(client: Client, coop: string, run: string): Promise<void> {
  const at = '/api/profit-sharing/v1';
  const begin = async (code: string, households: readonly string[]): Promise<void> => {
    const ways = households.map((household) => ({ household, way: 'qr' }));
    await client.post(`${at}/runs/${run}/payouts`, { code, rule: 'same-part', resolution: '7', ways });
    await client.as('second', passwordOf(coop)).post(`${at}/payouts/${code}/confirmation`, {});
  };
  const pay = (code: string, payout: string, household: string): Promise<unknown> =>
    client.post(`${at}/household-payments`, { rows: [{ code, payout, household, paidOn: today() }] });
  const template = Object((await client.get(`${at}/bank-template/current`)).value);
  const columns = [{ shows: 'account', heading: `Cuenta ${coop}` }];
  await client.post(`${at}/bank-template`, { ...template, columns });
  await begin('PO-1', ['F01', 'F02']);
  await pay('HP-1', 'PO-1', 'F01');
  await client.post(`${at}/payouts/PO-1/end`, { reason: `Nobody else came ${coop}` });
  await begin(`PO-${coop}`, ['F02']);
  await pay(`HP-${coop}`, `PO-${coop}`, 'F02');
  await client.post(`${at}/household-payments/HP-${coop}/reversal`, { reason: `Written twice ${coop}` });
  await client.post(`${at}/unclaimed-shares/rule`, { afterDays: 0, fund: 'legal-reserve', resolution: '7' });
  for (const code of ['LA-1', `LA-${coop}`]) {
    const row = { code, lapsedOn: today(), household: 'F02', resolution: '7' };
    await client.post(`${at}/lapses`, { rows: [row] });
    await client.post(`${at}/lapses/${code}/reversal`, { reason: `Came after all ${coop}` });
  }
}

/** Closes the first season, works its shares out and has `second` approve them. */
async function shareOut(client: Client, coop: string): Promise<string> {
  const lines = [{ product: 'ONION', quantity: '20', unit: 'kg', unitPrice: '100.00' }];
  const fair = {
    receipt: 'R-fair',
    soldAt: '2025-06-20T09:30:00-04:00',
    market: `Market ${coop}`,
    payment: 'qr',
    lines,
  };
  await client.post('/api/sales/v1/sales', { rows: [fair] });
  await closeSeason(client, CLOSED);
  const calculated = await client.post(`/api/profit-sharing/v1/seasons/${CLOSED}/runs`, {});
  const run = calculated.field('run').field('id').text;
  await client.post(`/api/profit-sharing/v1/runs/${run}/proposal`, {});
  for (const number of ['7', `7-${coop}`])
    await carry(client, run, { number, adoptedOn: '2025-07-05', subject: `Shares of ${coop}` });
  const second = client.as('second', passwordOf(coop));
  await second.post(`/api/profit-sharing/v1/runs/${run}/approval`, { resolution: '7' });
  await payOut(client, coop, run);
  return run;
}
