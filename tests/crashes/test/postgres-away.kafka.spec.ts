import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { removePostgres, startPostgres, testBrokers, testFolder, type PostgresServer } from '@ayni/testing';
import { Books, type SystemProcess } from '@ayni/testing/system';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import { saleOf, type Market } from '../src/market.js';

const SALES = 2_000;
const SELLERS = 8;
const UP_MS = 3_000;
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

test('PostgreSQL stopped and started every few seconds during 2,000 sales: who tries again sells, and each sale counts once', async () => {
  let next = 0;
  const sell = async (): Promise<void> => {
    for (let n = next++; n < SALES; n = next++) await market.sell(saleOf(`P-${n}`, n));
  };
  let isOver = false;
  let stops = 0;
  const stopAndStart = async (): Promise<void> => {
    while (!isOver) {
      await pause(UP_MS);
      await postgres.stop();
      stops += 1;
      await pause(DOWN_MS);
      postgres = await startServer();
    }
  };
  const disturbing = stopAndStart();
  await Promise.all(Array.from({ length: SELLERS }, sell)).finally(() => (isOver = true));
  await disturbing;
  expect(stops).toBeGreaterThanOrEqual(2);
  expect(market.sold.size).toBe(SALES);

  const books = await Books.open(system);
  await books.quiet();
  expect((await inspectFlow(books)).flaws).toEqual([]);
  const { held, due } = await market.sums();
  expect(held).toEqual(due);
});
