import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { testBrokers } from '@ayni/testing-systems/broker';
import { testFolder } from '@ayni/testing/test-folder';
import { removePostgres, startPostgres, type PostgresServer } from '@ayni/testing-systems/servers';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import { saleOf, type Market } from '../src/market.js';

const SALES = 2_000;
const SELLERS = 8;
/** Not so many seconds: a fast machine would be done before the first stop, a slow one sell nothing between two. */
const SALES_BETWEEN_STOPS = 250;
const DOWN_MS = 1_000;

const place = testFolder();
let postgres: PostgresServer;
let system: SystemProcess;
let market: Market;

const startServer = (): Promise<PostgresServer> =>
  startPostgres({ folder: place, durable: true, onNotice: () => undefined });

beforeAll(async () => {
  postgres = await startServer();
  ({ system, market } = await openMarket({
    KAFKA_BROKERS: testBrokers(),
    DATABASE_URL: postgres.url('postgres', 'postgres'),
  }));
});

afterAll(async () => {
  await system.remove();
  await postgres.stop();
  await removePostgres(place);
});

test('PostgreSQL stopped and started again and again during 2,000 sales: who tries again sells, and each sale counts once', async () => {
  let next = 0;
  const sell = async (): Promise<void> => {
    for (let n = next++; n < SALES; n = next++) await market.sell(saleOf(`P-${n}`, n));
  };
  const stopAndStart = async (): Promise<void> => {
    for (let sold = SALES_BETWEEN_STOPS; sold < SALES; sold += SALES_BETWEEN_STOPS) {
      await until((see) => see(market.sold.size) >= sold);
      await postgres.stop();
      await pause(DOWN_MS);
      postgres = await startServer();
    }
  };
  await Promise.all([stopAndStart(), ...Array.from({ length: SELLERS }, sell)]);
  expect(market.sold.size).toBe(SALES);

  const books = await SystemBooks.open(system);
  await books.quiet();
  expect((await inspectFlow(books)).flaws).toEqual([]);
  const { held, due } = await market.sums();
  expect(held).toEqual(due);
});
