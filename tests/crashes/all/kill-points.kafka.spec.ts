import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@ayni/contracts';
import { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder, type SeasonFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { seasonCode } from '@ayni/season-folder/codes';
import { seasonOutcome } from '@ayni/season-folder/outcome';
import { shareOut } from '@ayni/season-folder/share-out';
import { testBrokers } from '@ayni/testing-systems/broker';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { SystemProcess } from '@ayni/testing-systems/system-process';
import { Crashes, type Crash } from '../src/crashes.js';
import { inspectFlow } from '../src/flaws.js';
import { insist } from '../src/insist.js';
import { Market } from '../src/market.js';
import type { Order } from '../src/order.js';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');
const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');
const PASSWORD = 'a password of theirs';
const TREASURER = { coop: 'chacoma', user: 'treasurer', password: PASSWORD };
const SELLERS = 2;

const orders = testFolder();
const crashes = new Crashes(orders);
let system: SystemProcess;
let client: Client;
let folder: SeasonFolder;
let market: Market;
let run: string;
/** People of another co-op sell as long as the tests take, so that there are always events on their way. */
let selling: Promise<void>;
let isOver = false;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  folder = await readFolder(CHACOMA);
  system = await SystemProcess.start({
    form: 'kafka',
    environment: { KAFKA_BROKERS: testBrokers(), ...crashes.environment() },
  });
  const { name, currency, zone: timezone } = folder.coop;
  const first = { name: TREASURER.user, password: PASSWORD };
  client = await Client.setUp(system.url, system.setupCode, { code: TREASURER.coop, name, currency, timezone }, first);
  const made = await runProgram(
    process.execPath,
    [OPS, ...['coop', 'create', '--data', system.folder, '--code', 'market', '--name', 'Market', '--user', 'first']],
    { input: `${PASSWORD}\n` },
  );
  expect(made).toMatchObject({ status: 0 });
  market = await Market.open(new Client(system.url, { coop: 'market', user: 'first', password: PASSWORD }));
  selling = market.keepSelling(SELLERS, () => isOver);
  selling.catch(() => undefined);
});

afterAll(async () => {
  isOver = true;
  await selling.catch(() => undefined);
  for (const worker of workers) worker.kill('SIGKILL');
  await system.remove();
  await rm(orders, { recursive: true, force: true });
});

/** Waits until all of them have happened; for each anew, since what crashed has to start again before the next. */
async function allHit(ordered: readonly Crash[]): Promise<void> {
  for (const { name, hit } of ordered)
    await until(async (see) => {
      see(name);
      return hit();
    });
}

/** Orders crashes and does what leads to them; clients wait for what has crashed and send again. */
async function crashing(points: readonly [ServiceName, Order][], work: () => Promise<unknown>): Promise<void> {
  const ordered: Crash[] = [];
  for (const [service, order] of points) ordered.push(await crashes.order(service, order));
  await Promise.all([insist(work), allHit(ordered)]);
}

const SOLD = 'sale-recorded';

describe('processes are killed', () => {
  test('before and after a commit, between numbering, sending and marking, between applying, commit and offset, while a season is loaded', () =>
    crashing(
      [
        ['sales', { moment: 'transaction:committing', type: SOLD, time: 3 }],
        ['sales', { moment: 'transaction:committed', type: SOLD, time: 3 }],
        ['sales', { moment: 'relay:numbered', time: 2 }],
        ['sales', { moment: 'relay:sent', type: SOLD, time: 2 }],
        ['inventory', { moment: 'inbox:applied', type: SOLD, time: 2 }],
        ['inventory', { moment: 'inbox:committed', type: SOLD, time: 2 }],
        ['inventory', { moment: 'relay:sent', type: 'stock-issued', time: 2 }],
        ['profit-sharing', { moment: 'inbox:applied', type: SOLD, time: 2 }],
        ['profit-sharing', { moment: 'inbox:committed', type: SOLD, time: 2 }],
      ],
      () => loadFolder(client, folder),
    ));

  test('while the partitions are shared out anew, because a second worker of inventory joins: that one, then the first', async () => {
    const second = await crashes.order('inventory-2', { moment: 'consumer:joined', time: 1 });
    const killed = await startWorker();
    await allHit([second]);
    await until(() => killed.signalCode === 'SIGKILL');
    const first = await crashes.order('inventory', { moment: 'consumer:joined', time: 1 });
    await startWorker();
    await allHit([first]);
    // both are there from now on, and events go to both
    const before = market.sold.size;
    await until((see) => see(market.sold.size) > before + 20);
  });

  test('while all are asked whether a season can be withdrawn', () =>
    crashing(
      [
        ['profit-sharing', { moment: 'transaction:committing', type: 'season-changing', time: 1 }],
        ['profit-sharing', { moment: 'relay:sent', type: 'season-changing', time: 1 }],
        ['production', { moment: 'inbox:applied', type: 'season-changing', time: 1 }],
        ['sales', { moment: 'inbox:committed', type: 'season-changing', time: 1 }],
        // of inventory another worker may be the one that sends
        ['sales', { moment: 'relay:sent', type: 'sales.books-counted', time: 1 }],
        ['profit-sharing', { moment: 'inbox:applied', type: 'books-counted', time: 2 }],
        ['profit-sharing', { moment: 'relay:sent', type: 'season-withdrawn', time: 1 }],
        ['production', { moment: 'inbox:applied', type: 'season-withdrawn', time: 1 }],
      ],
      withdrawOne,
    ));

  test('while a season closes', () =>
    crashing(
      [
        ['profit-sharing', { moment: 'transaction:committing', type: 'season-closing', time: 1 }],
        ['profit-sharing', { moment: 'transaction:committed', type: 'season-closing', time: 1 }],
        ['production', { moment: 'inbox:applied', type: 'season-closing', time: 1 }],
        ['sales', { moment: 'transaction:committing', type: 'sales.books-closed', time: 1 }],
        ['production', { moment: 'transaction:committed', type: 'production.books-closed', time: 1 }],
        // the last of these closes the season in the transaction that applies it
        ['profit-sharing', { moment: 'inbox:applied', type: 'books-closed', time: 1 }],
        ['profit-sharing', { moment: 'inbox:applied', type: 'books-closed', time: 1 }],
        ['profit-sharing', { moment: 'inbox:committed', type: 'books-closed', time: 1 }],
        ['profit-sharing', { moment: 'relay:sent', type: 'season-closed', time: 1 }],
        ['production', { moment: 'inbox:applied', type: 'season-closed', time: 1 }],
        ['sales', { moment: 'inbox:committed', type: 'season-closed', time: 1 }],
      ],
      () => closeSeason(client, seasonCode(folder.coop.season.name)),
    ));

  test('while the shares are approved', () =>
    crashing(
      [
        ['profit-sharing', { moment: 'transaction:committing', type: 'run-approved', time: 1 }],
        ['profit-sharing', { moment: 'transaction:committed', type: 'run-approved', time: 1 }],
        ['profit-sharing', { moment: 'relay:sent', type: 'run-approved', time: 1 }],
      ],
      async () => {
        run = await shareOut(client, {
          ...{ season: seasonCode(folder.coop.season.name), coop: folder.coop, votes: folder.records.members },
          ...{ approver: { name: 'president', password: PASSWORD }, now: new Date() },
        });
      },
    ));
});

describe('after all that', () => {
  test('the season comes to every figure, and the market to the sum of what was sold', async () => {
    isOver = true;
    await selling;
    const expected = JSON.parse(await readFile(join(CHACOMA, 'expected.json'), 'utf8')) as object;
    expect(await seasonOutcome(client, seasonCode(folder.coop.season.name), run, folder.coop)).toMatchObject(expected);
    await (await SystemBooks.open(system)).quiet();
    const { held, due } = await market.sums();
    expect(held).toEqual(due);
  });

  test('each service has applied every event that it listens to once, in its order, and none is left over', async () => {
    const { flaws, applied } = await inspectFlow(await SystemBooks.open(system));
    expect(flaws).toEqual([]);
    expect(applied['inventory']).toBeGreaterThan(folder.receipts);
  });

  test.each(SERVICES)('the state of %s equals one that is built anew from the logs', async (service) => {
    const args = ['replay', '--service', service, '--from', '1', '--data', system.folder, '--json'];
    const { status, output, errors } = await runProgram(process.execPath, [OPS, ...args]);
    expect([service, status, errors]).toEqual([service, 0, '']);
    expect(JSON.parse(output)).toMatchObject({ service, rebuild: { equal: true } });
  });
});

/** Opens a season of days on which nothing was dated, and has it withdrawn. */
async function withdrawOne(): Promise<void> {
  const seasons = '/api/profit-sharing/v1/seasons';
  const ruleSet = { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };
  const days = { from: '2001-01-01', to: '2001-12-31' };
  await client.post(seasons, { rows: [{ code: 'twice', name: 'twice', ...days, cashUnit: '0.10', ruleSet }] });
  await client.post(`${seasons}/twice/withdrawal`, { season: 'twice', reason: 'opened twice' });
  await until(async (see) => see((await client.get(`${seasons}/twice`)).field('state').text) === 'withdrawn');
}

/** Starts a second process of inventory's worker, with the settings of the first. */
async function startWorker(): Promise<ChildProcess> {
  const { environment } = await system.processOf('inventory');
  const program = join(WORKSPACE, 'services/inventory/dist/main.js');
  const worker = spawn(process.execPath, [program], {
    env: { ...process.env, ...environment, ...crashes.environment('inventory-2'), AYNI_PART: 'worker' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  workers.push(worker);
  const exited = once(worker, 'exit');
  await Promise.race([once(worker.stdout, 'data'), exited]);
  return worker;
}
