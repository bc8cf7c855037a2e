import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { testTopicPrefix } from '@ayni/testing-systems/broker';
import { startNodes, type KafkaNode, type KafkaNodes } from '@ayni/testing-systems/servers';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { ConfigResourceTypes, Kafka, logLevel, type Admin } from 'kafkajs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import { saleOf, type Market } from '../src/market.js';

const PREFIX = testTopicPrefix();
const OPS = join(WORKSPACE, 'apps/ops/dist/main.js');

let topics: readonly { name: string; partitions: number; settings: Record<string, string> }[];
let kafka: KafkaNodes;
let first: KafkaNode;
let second: KafkaNode;
let system: SystemProcess;
let market: Market;
let books: SystemBooks;
let admin: Admin;

const told = (brokers: string): Record<string, string> => ({ KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: PREFIX });

const clientOf = (brokers: string): Kafka =>
  // one of the brokers may stand still: another one is asked soon
  new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING, requestTimeout: 1_000 });

const adminOf = async (brokers: string): Promise<Admin> => {
  const found = clientOf(brokers).admin();
  await found.connect();
  return found;
};

beforeAll(async () => {
  topics = JSON.parse(await readFile(join(WORKSPACE, 'infra/kafka/topics.json'), 'utf8')) as typeof topics;
  kafka = await startNodes({ folder: testFolder(), brokers: 2 });
  [first, second] = kafka.nodes as [KafkaNode, KafkaNode];
  ({ system, market } = await openMarket(told(kafka.brokers)));
  books = await SystemBooks.open(system);
  admin = await adminOf(kafka.brokers);
});

afterAll(async () => {
  await admin.disconnect();
  await system.remove();
  await kafka.remove();
});

async function sellSome(name: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 10)
    await market.sell(...Array.from({ length: 10 }, (_, i) => saleOf(`${name}-${n + i}`, n + i)));
}

/** Waits until stock and ledger have what was sold, each once. */
async function allApplied(): Promise<void> {
  await until(async (see) => {
    const { held, due } = see(await market.sums());
    return JSON.stringify(held) === JSON.stringify(due);
  });
  await books.quiet();
  expect((await inspectFlow(books)).flaws).toEqual([]);
}

const ledgerHasAll = (): Promise<unknown> =>
  until(async (see) => {
    const [entries] = await books.rows<{ receipts: number }>(
      'profit-sharing',
      `SELECT count(*)::int AS receipts FROM inbox WHERE type LIKE 'ayni.sales.sale-recorded.%' AND state = 'applied'`,
    );
    return see(entries?.receipts) === market.sold.size;
  });

/** By partition of all topics, who leads it and who is in sync. */
async function partitions(): Promise<{ leader: number; isr: readonly number[] }[]> {
  const found = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => PREFIX + name) });
  return found.topics.flatMap((topic) => topic.partitions);
}

const allSent = (): Promise<unknown> =>
  until(async (see) => {
    const [waiting] = await books.rows<{ waiting: number }>(
      'sales',
      'SELECT (count(*) - (SELECT sent FROM relay_mark))::int AS waiting FROM outbox',
    );
    return see(waiting?.waiting) === 0;
  });

type Status = { well: boolean; services: { service: string; missing: Record<string, number> | null }[] };

/** What is told of a service; what it lacks shows after a minute, so it is made a minute later first. */
async function missingIn(service: string): Promise<Record<string, number> | null | undefined> {
  await books.rows('sales', `UPDATE outbox SET occurred_at = occurred_at - interval '5 minutes'`);
  const { output } = await runProgram(process.execPath, [OPS, 'status', '--json', '--data', system.folder], {
    environment: { AYNI_LANG: 'en', DATABASE_URL: '', KAFKA_BROKERS: '' },
  });
  return (JSON.parse(output) as Status).services.find((found) => found.service === service)?.missing;
}

/** Lets a broker lead that lacks what the last leader had, of our topics and of what the groups committed. */
async function allowUncleanElections(): Promise<void> {
  const unclean = { 'min.insync.replicas': '1', 'unclean.leader.election.enable': 'true' };
  const all = [
    ...topics.map(({ name, settings }) => ({ name: PREFIX + name, settings })),
    { name: '__consumer_offsets', settings: { 'cleanup.policy': 'compact' } },
  ];
  await admin.alterConfigs({
    validateOnly: false,
    resources: all.map(({ name, settings }) => ({
      type: ConfigResourceTypes.TOPIC,
      name,
      configEntries: Object.entries({ ...settings, ...unclean }).map(([key, value]) => ({ name: key, value })),
    })),
  });
}

test('topics are on as many brokers as there are', async () => {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => PREFIX + name) });
  expect(new Set(found.flatMap((topic) => topic.partitions.map(({ replicas }) => replicas.length)))).toEqual(
    new Set([2]),
  );
});

test('a leader that was elected without what the last one had acknowledged is sent it again, and each event is applied once', async () => {
  await allowUncleanElections();
  await sellSome('BEFORE', 20);
  await allApplied();
  second.pause();
  await until(async (see) => see(await partitions()).every(({ isr }) => isr.join() === String(first.id)));
  // one consumer takes what will be lost, and the other does not
  const inventory = (await system.processOf('inventory')).pid;
  process.kill(inventory, 'SIGSTOP');
  await sellSome('LOST', 100);
  await allSent();
  await ledgerHasAll();
  await first.kill9();
  second.resume();
  await until(async (see) => see(await partitions()).every(({ leader }) => leader === second.id));
  expect(await missingIn('inventory')).toEqual({ sales: 100 });
  process.kill(inventory, 'SIGCONT');
  await sellSome('AFTER', 20);
  await allApplied();
  await first.start();
  await sellSome('AGAIN', 20);
  await allApplied();
  expect(await missingIn('inventory')).toEqual({});
});
