import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testBrokers } from '@ayni/testing-systems/broker';
import { testFolder } from '@ayni/testing/test-folder';
import { removePostgres } from '@ayni/testing-systems/servers';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import type { Market } from '../src/market.js';
import { RestartedPostgres } from '../src/postgres-away.js';

const SALES = 2_000;

const place = testFolder();
let postgres: RestartedPostgres;
let system: SystemProcess;
let market: Market;

beforeAll(async () => {
  postgres = await RestartedPostgres.start(place);
  ({ system, market } = await openMarket({ KAFKA_BROKERS: testBrokers(), DATABASE_URL: postgres.url }));
});

afterAll(async () => {
  await system.remove();
  await postgres.stop();
  await removePostgres(place);
});

test('PostgreSQL stopped and started again and again during 2,000 sales: who tries again sells, and each sale counts once', async () => {
  await postgres.restartDuring(market, SALES);
  expect(market.sold.size).toBe(SALES);

  const books = await SystemBooks.open(system);
  await books.quiet();
  expect((await inspectFlow(books)).flaws).toEqual([]);
  const { held, due } = await market.sums();
  expect(held).toEqual(due);
});
