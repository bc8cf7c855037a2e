import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { testBrokers } from '@ayni/testing-systems/broker';
import { testFolder } from '@ayni/testing/test-folder';
import { removePostgres } from '@ayni/testing-systems/servers';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Crashes } from '../src/crashes.js';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import { saleOf, type Market } from '../src/market.js';
import { RestartedPostgres } from '../src/postgres-away.js';

/** Two stops; `npm run crashes:all` stops it seven times. */
const SALES = 750;
const SALES_BEFORE_KILL = 20;

const place = testFolder();
const orders = testFolder();
const crashes = new Crashes(orders);
let postgres: RestartedPostgres;
let system: SystemProcess;
let market: Market;

beforeAll(async () => {
  postgres = await RestartedPostgres.start(place);
  ({ system, market } = await openMarket({
    KAFKA_BROKERS: testBrokers(),
    DATABASE_URL: postgres.url,
    ...crashes.environment(),
  }));
});

afterAll(async () => {
  await system.remove();
  await postgres.stop();
  await removePostgres(place);
  await rm(orders, { recursive: true, force: true });
});

/** Each sale is in stock and ledger once, and each event where it belongs. */
async function allCounted(): Promise<void> {
  const books = await SystemBooks.open(system);
  await books.quiet();
  expect((await inspectFlow(books)).flaws).toEqual([]);
  const { held, due } = await market.sums();
  expect(held).toEqual(due);
  await books.close();
}

test('a service killed after it committed what it applied and before it told the broker so applies it once', async () => {
  const { hit } = await crashes.order('inventory', { moment: 'inbox:committed', type: 'sale-recorded', time: 2 });
  for (let n = 0; n < SALES_BEFORE_KILL; n += 1) await market.sell(saleOf(`K-${n}`, n));
  await until(() => hit());
  await allCounted();
});

test(`PostgreSQL stopped and started again during ${SALES} sales: who tries again sells, and each sale counts once`, async () => {
  await postgres.restartDuring(market, SALES);
  expect(market.sold.size).toBe(SALES_BEFORE_KILL + SALES);
  await allCounted();
});
