import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testFolder } from '@ayni/testing/test-folder';
import { removeKafka, startKafka, type KafkaServer } from '@ayni/testing-systems/servers';
import { until } from '@ayni/testing/until';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Kafka, logLevel } from 'kafkajs';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import { saleOf, type Market } from '../src/market.js';
import type { Outcome, Till } from '../src/till.js';

const AWAY_MS = 20_000;
const SALES_PER_SECOND = 50;
const SELLERS = 8;
const CATCH_UP_MS = 60_000;
const PREFIX = 'away.';

const place = testFolder();
let kafka: KafkaServer;
let system: SystemProcess;
let market: Market;
let till: Till;

const startBroker = (): Promise<KafkaServer> => startKafka({ folder: place, onNotice: () => undefined });

beforeAll(async () => {
  kafka = await startBroker();
  ({ system, market, till } = await openMarket({ KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC_PREFIX: PREFIX }));
});

afterAll(async () => {
  await system.remove();
  await kafka.kill9();
  await removeKafka(place);
});

/** Sells at a steady pace, or at that of a slow machine: who stands in a long line is refused, broker or not. */
async function sellSteadily(name: string, isOver: () => boolean): Promise<Outcome[]> {
  const began = performance.now();
  const outcomes: Outcome[] = [];
  let next = 0;
  const sellAll = async (): Promise<void> => {
    for (let n = next++; !isOver(); n = next++) {
      await pause(Math.max(0, began + (n * 1_000) / SALES_PER_SECOND - performance.now()));
      const sale = saleOf(`${name}-${n}`, n);
      const outcome = await till.sell(sale);
      if (outcome.status === 201) market.sold.set(sale.receipt, sale);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: SELLERS }, sellAll));
  return outcomes;
}

async function allApplied(patience?: { readonly timeoutMs: number }): Promise<void> {
  await until(async (see) => {
    const { held, due } = see(await market.sums());
    return JSON.stringify(held) === JSON.stringify(due);
  }, patience);
}

test('while the broker is away for 20 seconds no sale is refused, and within a minute of its return all are in stock and ledger', async () => {
  let isBack = false;
  const selling = sellSteadily('AWAY', () => isBack);
  await until(() => market.sold.size >= 2 * SALES_PER_SECOND);
  await kafka.kill9();
  const soldBefore = market.sold.size;
  await pause(AWAY_MS);
  await until((see) => see(market.sold.size - soldBefore) > (AWAY_MS / 1_000) * SALES_PER_SECOND * 0.8);
  isBack = true;
  kafka = await startBroker();
  const outcomes = await selling;
  expect(outcomes.filter(({ status }) => status !== 201)).toEqual([]);
  await allApplied({ timeoutMs: CATCH_UP_MS });
});

test('a broker that lost all its data is sent every log again, and nobody counts anything twice', async () => {
  let isBack = false;
  const selling = sellSteadily('LOST', () => isBack);
  await kafka.kill9();
  await rm(join(place, 'kafka'), { recursive: true });
  kafka = await startBroker();
  isBack = true;
  expect((await selling).filter(({ status }) => status !== 201)).toEqual([]);
  await allApplied();

  const books = await SystemBooks.open(system);
  const written = Object.values(await books.events()).reduce((sum, count) => sum + count, 0);
  const admin = new Kafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await until(async (see) => {
    let records = 0;
    for (const topic of (await admin.listTopics()).filter((name) => name.startsWith(PREFIX)))
      for (const { high } of await admin.fetchTopicOffsets(topic)) records += Number(high);
    return see(records) >= written;
  });
  await admin.disconnect();
  await books.quiet();
  expect((await inspectFlow(books)).flaws).toEqual([]);
  await allApplied();
});
