import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import { type SystemProcess } from '@ayni/testing-systems/system-process';
import { Crashes } from '../src/crashes.js';
import { inspectFlow } from '../src/flaws.js';
import { openMarket, SIGN_IN } from '../src/market-system.js';
import { saleOf, type Sale } from '../src/market.js';
import type { Moment } from '../src/order.js';
import { Till, type Outcome } from '../src/till.js';

const COMMANDS = 20;
const PROCESS = 'laptop';

const orders = testFolder();
const crashes = new Crashes(orders);
let system: SystemProcess;
let till: Till;

beforeAll(async () => {
  ({ system, till } = await openMarket(crashes.environment(PROCESS), 'laptop'));
});

afterAll(async () => {
  await system.remove();
  await rm(orders, { recursive: true, force: true });
});

/** The receipts of a command; the number of the first is its key too. */
type Receipts = readonly [Sale, Sale];

const sendAll = (commands: readonly Receipts[]): Promise<Outcome[]> =>
  Promise.all(commands.map((sales) => till.sell(...sales)));

/** What there is of each command: receipts, events and keys. */
async function kept(books: SystemBooks, commands: readonly Receipts[]): Promise<object[]> {
  const list = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
  const all: object[] = [];
  for (const sales of commands) {
    const numbers = sales.map(({ receipt }) => receipt);
    const [row = {}] = await books.rows(
      'sales',
      `SELECT (SELECT count(*)::int FROM sales WHERE code IN (${list(numbers)})) AS receipts,
         (SELECT count(*)::int FROM outbox WHERE aggregate IN (${list(numbers.map((n) => `sale/${n}`))})) AS events,
         (SELECT count(*)::int FROM commands WHERE key IN (${list(numbers)})) AS keys`,
    );
    all.push(row);
  }
  return all;
}

/** Sends commands while another is on its way, so that they go together, and kills the system when they are at `moment`. */
async function killTogether(moment: Moment, commands: readonly Receipts[]): Promise<void> {
  const queued = await crashes.order(PROCESS, { moment: 'load:queued', time: COMMANDS, goesOn: true });
  // the one that is on its way is about to commit when the others queue, and comes to every later moment before them
  const time = moment === 'transaction:committing' ? 1 : 2;
  const killed = await crashes.order(PROCESS, { moment, type: 'sale-recorded', time });
  const sql = await system.sql('sales', 'superuser');
  await sql.query('BEGIN');
  await sql.query('LOCK TABLE sales IN SHARE MODE');
  const first = till.sell(saleOf(`FIRST-${moment}`, 1));
  const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'sales'::regclass`;
  await until(async (see) => see((await sql.query<{ n: number }>(waiting)).rows[0]?.n) === 1);
  const outcomes = sendAll(commands);
  await until(() => queued.hit());
  await sql.query('COMMIT');
  await until(() => killed.hit());
  await first;
  expect((await outcomes).map(({ status }) => status)).toEqual(commands.map(() => 0));
  await system.kill9();
}

test.each<[Moment, object]>([
  ['transaction:committing', { receipts: 0, events: 0, keys: 0 }],
  ['transaction:committed', { receipts: 2, events: 2, keys: 1 }],
])(
  'commands that are killed together at %s are whole or not at all, and done once when they come again',
  async (moment, left) => {
    const commands = Array.from({ length: COMMANDS }, (_, n): Receipts => [
      saleOf(`${moment}-${n}-A`, n),
      saleOf(`${moment}-${n}-B`, n + 1),
    ]);
    await killTogether(moment, commands);
    await system.restart();
    till = await Till.open(system.url, SIGN_IN);
    const books = await SystemBooks.open(system);
    expect(await kept(books, commands)).toEqual(commands.map(() => left));

    const answers = await sendAll(commands);
    for (const { status, body, isReplayed } of answers) {
      expect(JSON.parse(body)).toMatchObject({ recorded: 2, unchanged: 0 });
      expect([status, isReplayed]).toEqual([201, moment === 'transaction:committed']);
    }
    const again = await sendAll(commands);
    expect(again).toEqual(answers.map((answer) => ({ ...answer, isReplayed: true })));
    expect(await kept(books, commands)).toEqual(commands.map(() => ({ receipts: 2, events: 2, keys: 1 })));
    await books.quiet();
    expect((await inspectFlow(books)).flaws).toEqual([]);
  },
);
