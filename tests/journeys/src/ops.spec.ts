import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { Answer } from '@ayni/api-client/answer';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { coopCode, seasonCode } from '@ayni/season-folder/codes';
import { shareOut } from '@ayni/season-folder/share-out';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { register, EQUAL_RULES, setUp } from './small-coop.js';
import { isOnLaptop, startSystem, onLaptop } from './start-system.js';

const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');
const CHACOMA = join(WORKSPACE, 'examples/chacoma');
const SAMPLES = join(WORKSPACE, 'libs/contracts/samples');
/** Facts of which one is taken back, and what their codes are called. */
const TAKEN_BACK = {
  'production/v1/harvests': 'code',
  'production/v1/work': 'code',
  'inventory/v1/deliveries': 'code',
  'sales/v1/sales': 'receipt',
};
const DAY = '2025-06-01';

type Told = { readonly status: number | null; readonly told: Answer; readonly errors: string };

/** Runs an operator's command on a system, as a program that reads what it answers. */
async function ops(system: SystemProcess, ...args: readonly string[]): Promise<Told> {
  const { status, output, errors } = await runProgram(
    process.execPath,
    [OPS, ...args, '--json', '--data', system.folder],
    { environment: { AYNI_LANG: 'en' } },
  );
  return { status, told: new Answer(output === '' ? null : JSON.parse(output), args.join(' ')), errors };
}

/** The same for people, in English. */
const saidBy = (system: SystemProcess, ...args: readonly string[]): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [OPS, ...args, '--data', system.folder], { environment: { AYNI_LANG: 'en' } });

/** Opens a season that nobody needs, and has all services asked whether it can go. */
async function withdrawOne(client: Client): Promise<void> {
  const days = { from: '2001-01-01', to: '2001-12-31' };
  const ruleSet = { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };
  const seasons = '/api/profit-sharing/v1/seasons';
  await client.post(seasons, { rows: [{ code: 'twice', name: 'twice', ...days, cashUnit: '0.10', ruleSet }] });
  await client.post(`${seasons}/twice/withdrawal`, { season: 'twice', reason: 'opened twice' });
}

/** Holds an assembly, so that there are minutes for whoever keeps them. */
async function holdAssembly(client: Client, day: string): Promise<void> {
  const at = `/api/members/v1/assemblies/${day}`;
  await client.post('/api/members/v1/assemblies', {
    ...{ startsAt: `${day}T09:00:00-04:00`, place: 'Sede de Chacoma', calledOn: '2025-08-01' },
    agenda: [{ kind: 'report', subject: 'Informe' }],
  });
  const members = (await client.get('/api/members/v1/members?limit=100')).field('items').list;
  const there = members.filter((one) => one.field('joinedOn').text <= day && one.field('leftOn').value === null);
  const rows = there.map((one) => ({ member: one.field('number').text, present: true }));
  await client.post(`${at}/attendance`, { rows });
  await client.post(`${at}/opening`, { openedAt: `${day}T09:10:00-04:00` });
  await client.post(`${at}/closing`, {});
}

const NOBODY_SIGNED_OUT = 'ended_access';

describe('an event that cannot be applied', () => {
  const COOP = 'chacoma';
  let system: SystemProcess;
  let books: SystemBooks;
  let client: Client;
  let coop: string;

  beforeAll(async () => {
    system = await startSystem();
    books = await SystemBooks.open(system);
    client = await setUp(system, COOP);
    await register(client, COOP);
    const season = { code: '2025', name: 'Season', from: '2025-01-01', to: '2025-12-31' };
    await client.post('/api/profit-sharing/v1/seasons', {
      rows: [{ ...season, cashUnit: '0.10', ruleSet: EQUAL_RULES }],
    });
    const [row] = await books.rows<{ coop_id: string }>('sales', 'SELECT coop_id FROM coops');
    coop = row?.coop_id ?? '';
    await books.quiet();
  });

  afterAll(() => system.remove());

  /** Writes an event into the log of sales as no door of it would. @returns its id */
  async function write(type: string, aggregate: string, seq: number, data: object, age = '0 s'): Promise<string> {
    const [id, sql] = [randomUUID(), await system.sql('sales', 'superuser')];
    await sql.query(
      `INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
       VALUES ($1, $2, $3, $4, $5, $6, now() - $7::interval, $8)`,
      [coop, id, aggregate, seq, type, randomUUID(), age, JSON.stringify(data)],
    );
    return id;
  }

  async function sample(name: string): Promise<object> {
    const event: unknown = JSON.parse(await readFile(join(SAMPLES, 'sales', `${name}.v1.json`), 'utf8'));
    return Object(new Answer(event, name).field('data').value);
  }

  const saleOf = async (receipt: string, product: string): Promise<object> => ({
    ...(await sample('sale-recorded')),
    ...{ receipt, day: DAY, payment: 'cash', total: '12.00' },
    lines: [
      {
        ...{ line: 1, product, quantity: '1', unit: 'kg', stockUnit: 'g', stockQuantity: '1000' },
        ...{ unitPrice: '12.00', amount: '12.00' },
      },
    ],
  });

  const reversalOf = async (receipt: string): Promise<object> => ({
    ...(await sample('sale-reversed')),
    ...{ receipt, day: DAY, reason: 'entered twice' },
  });

  const stateOf = async (service: ServiceName, id: string): Promise<string | undefined> =>
    (await books.rows<{ state: string }>(service, `SELECT state FROM inbox WHERE event_id = '${id}'`))[0]?.state;

  const arrives = (service: ServiceName, id: string, state: string): Promise<boolean> =>
    until(async (see) => see(await stateOf(service, id)) === state);

  test('is nowhere to be seen while all is well, and the operator is told so', async () => {
    const { status, told } = await ops(system, 'status');
    expect({ status, told: told.value }).toMatchObject({
      status: 0,
      told: {
        well: true,
        form: system.form === 'kafka' ? 'cluster' : 'laptop',
        troubles: [],
        services: SERVICES.map((service) => ({
          ...{ service, reachable: true, outbox: { waiting: 0 }, waiting: 0, dropped: 0 },
          parked: { events: 0, records: 0 },
        })),
      },
    });
    const of = told.field('services').list.find((one) => one.field('service').text === 'inventory');
    expect(of?.field('lag').value).toEqual(
      Object.fromEntries(
        ['members', 'production', 'sales', 'profit-sharing'].map((source) => [source, { events: 0, overdue: false }]),
      ),
    );
    expect(await saidBy(system, 'parked', 'list')).toMatchObject({ status: 0, output: 'Nothing is parked.\n' });
  });

  test('is applied with all that is behind it, in order, when what it needed is there', async () => {
    const id = await write('ayni.sales.sale-recorded.v1', 'sale/NEW', 1, await saleOf('NEW', 'MELON'));
    const behind = await write('ayni.sales.sale-reversed.v1', 'sale/NEW', 2, await reversalOf('NEW'));
    await arrives('inventory', id, 'parked');
    await arrives('inventory', behind, 'parked');

    const status = await ops(system, 'status');
    expect(status).toMatchObject({ status: 1 });
    expect(status.told.field('troubles').value).toEqual([
      `inventory: 2 events of ${COOP} are parked. See them: npm run ops -- parked list`,
    ]);
    const list = await ops(system, 'parked', 'list');
    expect(list.told.field('parked').value).toMatchObject([
      {
        ...{ kind: 'event', service: 'inventory', coop: COOP, id, type: 'ayni.sales.sale-recorded.v1' },
        ...{ aggregate: 'sale/NEW', seq: 1, reason: 'receipt NEW sells product MELON, which is not known' },
      },
      { service: 'inventory', id: behind, seq: 2, reason: 'behind an earlier event of its aggregate' },
    ]);
    const show = await ops(system, 'parked', 'show', id);
    expect(show.told.field('parked').value).toMatchObject([
      {
        event: { id, specversion: '1.0', coopid: coop, data: { receipt: 'NEW' } },
        behind: [{ id: behind, state: 'parked' }],
      },
    ]);
    const since = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/;
    for (const command of [['list'], ['show', id]]) {
      const said = await saidBy(system, 'parked', ...command);
      expect(said).toEqual({ status: 0, errors: '', output: expect.stringMatching(since) });
      expect(said.output).toContain('receipt NEW sells product MELON, which is not known');
    }
    const spanish = await runProgram(process.execPath, [OPS, 'parked', 'list', '--data', system.folder], {
      environment: { AYNI_LANG: 'es' },
    });
    expect(spanish.output).toMatch(
      /el recibo NEW vende el producto MELON, que no se conoce\n.*detrás de un evento anterior/,
    );
    const standing = await saidBy(system, 'status');
    expect(standing).toMatchObject({ status: 1, errors: '' });
    expect(standing.output).toMatch(/^inventory +0 +- +0 +0 +2 +0 +0 +0$/m);
    expect(standing.output).toContain(`inventory: 2 events of ${COOP} are parked`);
    const inVain = await saidBy(system, 'parked', 'replay', id);
    expect(inVain).toMatchObject({ status: 1, errors: '', output: expect.stringContaining('sale/NEW') });
    expect(inVain.output).toContain('failed again');

    const tooEarly = await ops(system, 'parked', 'replay', id);
    expect(tooEarly.status).toBe(1);
    expect(tooEarly.told.field('replayed').value).toMatchObject([
      {
        ...{ service: 'inventory', coop: COOP, aggregate: 'sale/NEW' },
        events: [
          { id, state: 'parked', reason: 'receipt NEW sells product MELON, which is not known' },
          { id: behind, state: 'parked' },
        ],
      },
    ]);

    await client.post('/api/inventory/v1/products', {
      rows: [{ code: 'MELON', name: 'Melon', stockUnit: 'g', shelfLifeDays: 30 }],
    });
    const replayed = await ops(system, 'parked', 'replay', '--all');
    expect(replayed.status).toBe(0);
    expect(replayed.told.field('replayed').value).toMatchObject([
      {
        events: [
          { id, state: 'applied' },
          { id: behind, state: 'applied' },
        ],
      },
    ]);
    const movements = await books.rows(
      'inventory',
      `SELECT reversal FROM movements WHERE code = 'NEW' ORDER BY reversal`,
    );
    expect(movements).toEqual([{ reversal: false }, { reversal: true }]);
    expect((await ops(system, 'status')).status).toBe(0);
  });

  onLaptop('is given up for a reason only, and the treasurer reads that reason at the closing', async () => {
    const broken = await write('ayni.sales.sale-recorded.v1', 'sale/BAD', 1, { receipt: 'BAD' });
    const behind = await write('ayni.sales.sale-reversed.v1', 'sale/BAD', 2, await reversalOf('BAD'));
    for (const service of ['inventory', 'profit-sharing'] as const) await arrives(service, behind, 'parked');

    expect(await ops(system, 'parked', 'drop', broken, '--reason', ' ', '--service', 'inventory')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('A reason is needed'),
    });
    expect(await ops(system, 'parked', 'drop', broken, '--reason', 'sent by a test')).toMatchObject({
      status: 1,
      errors: expect.stringContaining('parked in inventory, profit-sharing: say in which'),
    });
    expect(await stateOf('inventory', broken)).toBe('parked');
    const dropped = await saidBy(system, 'parked', 'drop', broken, '--reason', 'no sale', '--service', 'inventory');
    expect(dropped).toMatchObject({ status: 0, errors: '' });
    expect(dropped.output).toContain('inventory will not apply ayni.sales.sale-recorded.v1');
    expect(dropped.output).toContain(`npm run ops -- parked replay ${behind} --service inventory`);

    // what was never sold cannot be taken back either
    const again = await ops(system, 'parked', 'replay', behind, '--service', 'inventory');
    expect(again.told.field('replayed').value).toMatchObject([
      { events: [{ id: behind, state: 'parked', reason: 'nothing was drawn for sale BAD' }] },
    ]);
    await ops(system, 'parked', 'drop', behind, '--reason', 'no sale', '--service', 'inventory');

    const closing = (): Promise<Answer> => client.get('/api/profit-sharing/v1/seasons/2025/closing');
    await client.post('/api/profit-sharing/v1/seasons/2025/closing', { season: '2025', reason: 'as it was' });
    await until(
      async (see) =>
        see((await closing()).field('services').list.filter((one) => one.field('reported').value)).length === 5,
    );
    expect((await closing()).field('state').value).toBe('closing');
    for (const id of [broken, behind])
      await ops(system, 'parked', 'drop', id, '--reason', 'no sale either', '--service', 'profit-sharing');
    await until(async (see) => see((await closing()).field('state').value) === 'closed');
    const drops = (reason: string): object => ({
      dropped: 2,
      drops: [
        { type: 'ayni.sales.sale-recorded.v1', aggregate: 'sale/BAD', reason },
        { type: 'ayni.sales.sale-reversed.v1', aggregate: 'sale/BAD', reason },
      ],
    });
    expect((await closing()).field('services').value).toMatchObject([
      { service: 'members', dropped: 0 },
      { service: 'production', dropped: 0 },
      { service: 'inventory', ...drops('no sale') },
      { service: 'sales', dropped: 0 },
      { service: 'profit-sharing', ...drops('no sale either') },
    ]);
    expect((await ops(system, 'status')).status).toBe(0);
  });

  onLaptop('makes way, once it is dropped, for what was parked only because it was behind it', async () => {
    const sale = { ...(await saleOf('MIX', 'ONION')), day: '2024-06-01' };
    const broken = await write('ayni.sales.sale-recorded.v1', 'sale/MIX', 1, { receipt: 'MIX' });
    const behind = [
      await write('ayni.sales.sale-recorded.v1', 'sale/MIX', 2, sale),
      await write('ayni.sales.sale-reversed.v1', 'sale/MIX', 3, await reversalOf('MIX')),
    ];
    for (const service of ['inventory', 'profit-sharing'] as const) {
      await arrives(service, behind[1] ?? '', 'parked');
      const dropped = await ops(system, 'parked', 'drop', broken, '--reason', 'half a sale', '--service', service);
      expect(dropped.told.field('parked').list.map((one) => one.field('id').value)).toEqual(behind);
    }
    const replayed = await ops(system, 'parked', 'replay', '--all');
    expect(replayed.told.field('replayed').value).toMatchObject(
      ['inventory', 'profit-sharing'].map((service) => ({
        service,
        events: behind.map((id) => ({ id, state: 'applied' })),
      })),
    );
    expect(replayed.status).toBe(0);
  });

  onLaptop('may be no event at all: its bytes are shown, and dropped for a reason', async () => {
    const sql = await system.sql('sales', 'superuser');
    const keep = `INSERT INTO parked_records (topic, partition, record_offset, digest, reason, key, value)
      VALUES ('ayni.inventory.products', 0, $1, 'digest', 'not JSON', 'a key', $2)`;
    await sql.query(keep, [7, Buffer.from('{"half":')]);
    await sql.query(keep, [8, Buffer.from([0, 255, 16])]);
    const [text, bytes] = ['ayni.inventory.products/0/7', 'ayni.inventory.products/0/8'];
    expect((await ops(system, 'parked', 'list')).told.field('parked').value).toMatchObject([
      { kind: 'record', service: 'sales', id: text, reason: 'not JSON' },
      { kind: 'record', service: 'sales', id: bytes },
    ]);
    const shown = async (id: string): Promise<unknown> =>
      (await ops(system, 'parked', 'show', id)).told.field('parked').list[0]?.value;
    expect(await shown(text)).toMatchObject({ key: { text: 'a key' }, value: { text: '{"half":' } });
    expect(await shown(bytes)).toMatchObject({ value: { hex: '00ff10' } });
    const list = await saidBy(system, 'parked', 'list');
    expect(list).toMatchObject({ status: 0, errors: '' });
    for (const id of [text, bytes]) expect(list.output).toMatch(new RegExp(`^${id} +sales .* UTC +not JSON$`, 'm'));
    expect((await saidBy(system, 'parked', 'show', text)).output).toContain('{"half":');
    expect(await saidBy(system, 'parked', 'show', bytes)).toMatchObject({
      ...{ status: 0, errors: '' },
      output: expect.stringContaining('00ff10'),
    });
    expect((await saidBy(system, 'status')).output).toContain('sales: 2 records of Kafka are no events');
    expect(await ops(system, 'parked', 'replay', text)).toMatchObject({ status: 1 });
    expect((await ops(system, 'status')).status).toBe(1);
    expect(await saidBy(system, 'parked', 'drop', text, '--reason', 'noise')).toEqual({
      ...{ status: 0, errors: '' },
      output: `Dropped ${text}: noise\n`,
    });
    expect((await ops(system, 'parked', 'drop', bytes, '--reason', 'noise')).status).toBe(0);
    expect((await ops(system, 'status')).status).toBe(0);
    expect(await ops(system, 'parked', 'drop', text, '--reason', 'noise')).toMatchObject({
      status: 1,
      errors: `${text} is not parked.\n`,
    });
  });

  test('may be one that nobody sends: the operator is told also while the services are down', async () => {
    await books.quiet();
    await system.kill9();
    const late = await write('ayni.sales.sale-recorded.v1', 'sale/LATE', 1, await saleOf('LATE', 'ONION'), '2 min');
    const { status, told } = await ops(system, 'status');
    expect(status).toBe(1);
    expect(told.field('troubles').value).toEqual([
      expect.stringMatching(/^sales: 1 events are not sent yet, the oldest for 1[2-9]\d s\. Does it run\?$/),
    ]);
    await system.restart();
    await arrives('inventory', late, 'applied');
    await books.quiet();
  });

  onLaptop(
    'is none where it never arrived, though every position says so: what was written is held against it',
    async () => {
      const lost = await write('ayni.sales.sale-recorded.v1', 'sale/LOST', 1, await saleOf('LOST', 'ONION'), '2 min');
      await arrives('inventory', lost, 'applied');
      await books.quiet();
      const inventory = await system.sql('inventory', 'superuser');
      await inventory.query(`CREATE TEMP TABLE taken AS SELECT * FROM inbox WHERE event_id = '${lost}'`);
      await inventory.query('DELETE FROM inbox WHERE event_id IN (SELECT event_id FROM taken)');
      const { status, told } = await ops(system, 'status');
      expect(status).toBe(1);
      const [trouble = ''] = told.field('troubles').list.map((one) => one.text);
      expect(trouble).toMatch(/^inventory: 1 events of sales are missing that were written long ago.* --from \d+$/);
      expect((await saidBy(system, 'status')).output).toMatch(/^inventory +0 +- +0 +1 +0 +0 +0 +\d+$/m);
      await inventory.query('INSERT INTO inbox SELECT * FROM taken');
      expect((await ops(system, 'status')).status).toBe(0);
    },
  );

  onLaptop('is none while a service is away, which shows by how far it is behind', async () => {
    await system.kill9();
    const inventory = await system.sql('inventory', 'superuser');
    await inventory.query(`UPDATE inbox_positions SET position = 0 WHERE source = 'sales'`);
    const behind = await ops(system, 'status');
    expect(behind.told.field('troubles').value).toEqual([
      expect.stringMatching(/^inventory: \d+ events of sales are not applied, some for more than 60 s/),
    ]);
    await system.restart();
    await until(async () => (await ops(system, 'status')).status === 0);
  });
});

// over Kafka the same rebuilds are held against what crashes have left: tests/crashes
if (isOnLaptop()) {
  describe('the state of a service after the season of Chacoma', () => {
    let system: SystemProcess;
    let books: SystemBooks;
    let coop: string;
    let season: string;

    beforeAll(async () => {
      const now = new Date();
      const folder = await readFolder(CHACOMA);
      system = await startSystem();
      books = await SystemBooks.open(system);
      const { name, currency, zone: timezone } = folder.coop;
      const password = 'a password of Chacoma';
      coop = coopCode(name);
      const client = await Client.setUp(
        system.url,
        system.setupCode,
        { code: coop, name, currency, timezone },
        { name: 'treasurer', password },
      );
      await loadFolder(client, folder);
      for (const [path, code] of Object.entries(TAKEN_BACK)) {
        const [last] = (await client.get(`/api/${path}?limit=1`)).field('items').list;
        await client.post(`/api/${path}/${last?.field(code).text}/reversal`, { reason: 'entered twice' });
      }
      season = seasonCode(folder.coop.season.name);
      await closeSeason(client, season);
      await shareOut(client, { season, coop: folder.coop, approver: { name: 'president', password }, now });
      await withdrawOne(client);
      await holdAssembly(client, '2025-09-01');
      await books.quiet();
    });

    afterAll(() => system.remove());

    const replay = (service: ServiceName, from = 1): Promise<Told> =>
      ops(system, 'replay', '--service', service, '--from', String(from));

    /** What of a rebuild is other than the present state, by what it is. */
    const different = ({ told, errors }: Told): Record<string, unknown> => {
      if (errors !== '') throw new Error(errors);
      return Object.fromEntries(
        told
          .field('rebuild')
          .field('compared')
          .list.filter((one) => one.field('equal').value !== true)
          .map((one) => [one.field('of').text, one.value]),
      );
    };

    test.each(SERVICES)('of %s equals what follows from the logs alone', async (service) => {
      const before = await books.contents();
      const replayed = await replay(service);
      expect(different(replayed)).toEqual({});
      expect(replayed.status).toBe(0);
      const rebuild = replayed.told.field('rebuild');
      expect(rebuild.field('notApplied').value).toEqual([]);
      const [applied] = await books.rows<{ count: number }>(service, 'SELECT count(*)::int FROM inbox');
      expect(rebuild.field('events').value).toBe(applied?.count);
      for (const one of rebuild.field('compared').list)
        if (one.field('of').value !== NOBODY_SIGNED_OUT)
          expect([one.value, one.field('rows').value]).not.toEqual([one.value, 0]);
      expect(await books.contents()).toEqual(before);
      const [left] = await books.rows<{ count: number }>(
        service,
        `SELECT count(*)::int FROM pg_database WHERE datname LIKE '%rebuild%'`,
      );
      expect(left?.count).toBe(0);
    });

    test('that somebody tampered with is told apart, with the table and the row', async () => {
      const sql = await system.sql('profit-sharing', 'superuser');
      const [row] = await books.rows<{ code: string; minutes: number }>(
        'profit-sharing',
        'SELECT code, minutes FROM work_records ORDER BY code LIMIT 1',
      );
      const set = (minutes: number): Promise<unknown> =>
        sql.query('UPDATE work_records SET minutes = $2 WHERE code = $1', [row?.code, minutes]);
      const minutes = row?.minutes ?? 0;
      await set(minutes + 1);
      const replayed = await replay('profit-sharing');
      const said = await saidBy(system, 'replay', '--service', 'profit-sharing', '--from', '1');
      await set(minutes);
      expect(said).toMatchObject({ status: 1, errors: '' });
      expect(said.output).toMatch(/^production +1 +\d+ +\d+ +0 +0 +0$/m);
      expect(said.output).toContain('work_records: DIFFERENT. 1 rows are only there now, 1 only in the rebuild');
      expect(said.output).toContain(`only now: {`);
      expect(said.output).toMatch(/^profit-sharing does NOT equal what follows from \d+ events\.$/m);
      expect(replayed.status).toBe(1);
      expect(different(replayed)).toMatchObject({
        work_records: {
          missing: { count: 1, first: [{ code: row?.code, minutes: minutes + 1 }] },
          surplus: { count: 1, first: [{ code: row?.code, minutes }] },
        },
      });
      expect(Object.keys(different(replayed))).toEqual(['work_records']);
    });

    test('whose shares were approved is worked out again from the event history, and the first figure that somebody edited is named', async () => {
      const ofToday = ['verify', '--coop', coop, '--season', season];
      const asked = [...ofToday, '--from-events'];
      const ways = async (args = asked): Promise<Record<string, unknown>> => {
        const { told, errors } = await ops(system, ...args);
        if (errors !== '') throw new Error(errors);
        return Object.fromEntries(
          told
            .field('ways')
            .list.map((way) => [way.field('from').text, Object(way.field('first').value).figure ?? null]),
        );
      };
      const sql = await system.sql('profit-sharing', 'superuser');
      /** Does what no door lets anybody do, looks, and takes it back. */
      const edited = async (table: string, change: string, look: () => Promise<void>): Promise<void> => {
        await sql.query(`CREATE TEMP TABLE before AS SELECT * FROM ${table}`);
        const edit = async (...statements: readonly string[]): Promise<void> => {
          await sql.query(`BEGIN; SET LOCAL session_replication_role = 'replica'`);
          for (const statement of statements) await sql.query(statement);
          await sql.query('COMMIT');
        };
        await edit(`UPDATE ${table} SET ${change}`);
        try {
          await look();
        } finally {
          await edit(`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM before`, 'DROP TABLE before');
        }
      };
      const before = await books.contents();
      const said = await saidBy(system, ...asked);
      expect(said).toMatchObject({ status: 0, errors: '' });
      expect(said.output.match(/: equal\.$/gm)).toHaveLength(5);
      expect(said.output).toContain(`The shares of ${season} are those that were approved.`);
      expect(await books.contents()).toEqual(before);

      // the events say what was worked, whatever the table says now
      const counted = `SELECT min(w.code) FROM work_records w JOIN members m ON m.number = w.member
        WHERE NOT EXISTS (SELECT FROM reversals r WHERE r.kind = 'work' AND r.code = w.code)`;
      await edited('work_records', `minutes = minutes + 60 WHERE code IN (${counted})`, async () =>
        expect(await ways()).toEqual({
          ...{ case: null, approval: null, names: null, events: null },
          ledger: expect.stringMatching(/^\/members\/.*\/weights\/work-minutes$/),
        }),
      );
      const change = `"case" = jsonb_set("case"::jsonb, '{books,revenue}', '"1.00"')::json,
        outcome = jsonb_set(outcome::jsonb, '{fingerprint}', '"sha256:0"')::json`;
      await edited('runs', change, async () =>
        expect(await ways()).toEqual({
          ...{ case: expect.any(String), ledger: '/books/revenue' },
          ...{ approval: '/fingerprint', names: null, events: '/books/revenue' },
        }),
      );
      // what no figure follows from, yet stands on papers
      const holds = { case: null, ledger: null, approval: null, names: null };
      for (const [table, one] of [
        ['run_members', 'member'],
        ['run_households', 'household'],
      ] as const) {
        const { rows } = await sql.query<{ first: string }>(`SELECT min(${one}) AS first FROM ${table}`);
        const first = String(rows[0]?.first);
        await edited(table, `name = 'Somebody Else' WHERE ${one} = '${first}'`, async () =>
          expect(await ways(ofToday)).toEqual({ ...holds, names: `/names/${one}/${first}` }),
        );
      }
      // another that was used for no other shares: the covers know of none for these
      await edited('runs', `resolution = 'x' || resolution`, async () =>
        expect(await ways(ofToday)).toMatchObject({ approval: '/resolution' }),
      );
      expect(await books.contents()).toEqual(before);
    });

    test('that lost events gets them back from the log, wherever it is asked to begin', async () => {
      const sql = await system.sql('profit-sharing', 'superuser');
      const lost = await books.rows<{ event_id: string; position: bigint; code: string }>(
        'profit-sharing',
        `SELECT i.event_id, i.position, w.code FROM inbox i JOIN work_records w ON i.aggregate = 'work/' || w.code
       WHERE i.type = 'ayni.production.work-confirmed.v1'
         AND NOT EXISTS (SELECT 1 FROM reversals r WHERE r.kind = 'work' AND r.code = w.code)
       ORDER BY i.position LIMIT 700`,
      );
      expect(lost.length).toBe(700);
      await sql.query('DELETE FROM inbox WHERE event_id = ANY($1::uuid[])', [lost.map(({ event_id }) => event_id)]);
      await sql.query('DELETE FROM work_records WHERE code = ANY($1)', [lost.map(({ code }) => code)]);
      const replayed = await replay('profit-sharing', Number(lost.at(-1)?.position));
      expect(replayed.status).toBe(0);
      const production = replayed.told
        .field('redelivered')
        .list.find((one) => one.field('source').text === 'production');
      expect(production?.value).toMatchObject({ from: String(lost[0]?.position), applied: 700, parked: 0 });
    });
  });
}
