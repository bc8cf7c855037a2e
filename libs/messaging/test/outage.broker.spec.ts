import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { saleRecorded, topicOf } from '@ayni/contracts';
import { removeKafka } from '@ayni/kafka-server/remove';
import { startKafka, type KafkaServer } from '@ayni/kafka-server/start';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { Kafka, Partitioners } from 'kafkajs';
import { toRecord } from '../src/carrier/cloud-event.record.js';
import { KafkaCarrier } from '../src/carrier/kafka.carrier.js';
import { groupOf } from '../src/carrier/kafka.lag.js';
import type { KafkaSettings } from '../src/carrier/kafka.settings.js';
import { LOGGED_TEXT_COLUMNS, type LoggedText } from '../src/outbox/logged-event.js';
import { Relay } from '../src/outbox/relay.js';
import { commitOffsets } from './offsets.js';
import { topicsOfTwo, TwoServices } from './two-services.js';

const folder = testFolder();
const otherFolder = testFolder();
const faults: unknown[] = [];
let server: KafkaServer;
let settings: KafkaSettings;
let services: TwoServices;

const start = (port?: number): Promise<KafkaServer> =>
  startKafka({ folder, onNotice: () => undefined, ...(port === undefined ? {} : { port }) });

beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await server.stop();
  await removeKafka(folder);
});

const connect = async (): Promise<KafkaCarrier> =>
  KafkaCarrier.connect(settings, await topicsOfTwo(), (error) => faults.push(error));

beforeEach(async () => {
  settings = { brokers: [server.brokers], prefix: `t${randomBytes(4).toString('hex')}.`, clientId: 'test' };
  services = await TwoServices.make(connect);
});
afterEach(() => services.close());

const receipts = (count: number, prefix = 'R'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const once = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [`sale/${name}`, 1]).sort());
const allCounted = (count: number): Promise<unknown> =>
  until(async (see) => see(Object.keys(await services.counts()).length) === count);

test('what is sold is applied by the other service, once', async () => {
  services.relay();
  services.consume();
  await Promise.all(receipts(200).map((receipt) => services.sell(receipt)));
  await allCounted(200);
  expect(await services.counts()).toEqual(once(receipts(200)));
  expect(services.relayFaults).toEqual([]);
});

test('a broker that was away gets what was sold meanwhile, and one that lost its data gets all of it again', async () => {
  const relay = services.relay();
  services.consume();
  await Promise.all(receipts(50, 'A').map((receipt) => services.sell(receipt)));
  await allCounted(50);

  await server.kill9();
  for (const receipt of receipts(50, 'B')) await services.sell(receipt);
  relay.ring();
  server = await start(server.port);
  await allCounted(100);

  await server.kill9();
  await rm(join(folder, 'kafka'), { recursive: true });
  for (const receipt of receipts(50, 'C')) await services.sell(receipt);
  server = await start(server.port);
  await allCounted(150);
  expect(await services.counts()).toEqual(once([...receipts(50, 'A'), ...receipts(50, 'B'), ...receipts(50, 'C')]));
  const kafka = new Kafka({ brokers: [server.brokers], clientId: 'test' });
  const admin = kafka.admin();
  // some may have come twice, where the broker failed once more while it was sent to
  await until(async (see) => {
    const offsets = await admin.fetchTopicOffsets(settings.prefix + topicOf(saleRecorded));
    return see(offsets.reduce((sum, { high }) => sum + Number(high), 0)) >= 150;
  });
  await admin.disconnect();
});

describe('databases that are moved to another cluster, where groups of their names stand at offsets of their own', () => {
  let other: KafkaServer;
  let elsewhere: KafkaCarrier;

  beforeAll(async () => {
    other = await startKafka({ folder: otherFolder, onNotice: () => undefined });
  });
  afterAll(async () => {
    await other.stop();
    await removeKafka(otherFolder);
  });

  beforeEach(async () => {
    const there = { ...settings, brokers: [other.brokers] };
    elsewhere = await KafkaCarrier.connect(there, await topicsOfTwo(), (error) => faults.push(error));
  });
  afterEach(() => elsewhere.close());

  /** Copies the log to the other cluster, and has the group of the consumer stand there at the end of it. */
  async function copy(inOrder: (log: readonly LoggedText[]) => readonly LoggedText[]): Promise<void> {
    const { rows } = await services.admin.sales.query<LoggedText>(
      `SELECT ${LOGGED_TEXT_COLUMNS} FROM outbox ORDER BY position`,
    );
    const topic = settings.prefix + topicOf(saleRecorded);
    const kafka = new Kafka({ brokers: [other.brokers], clientId: 'test' });
    const [producer, admin] = [kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner }), kafka.admin()];
    await Promise.all([producer.connect(), admin.connect()]);
    await producer.send({ topic, messages: inOrder(rows).map(toRecord) });
    const ends = await admin.fetchTopicOffsets(topic);
    await Promise.all([producer.disconnect(), admin.disconnect()]);
    const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
    await commitOffsets(kafka, { groupId: groupOf(settings.prefix, 'inventory'), topic, partitions });
  }

  test.each([
    ['in its order', (log: readonly LoggedText[]) => log],
    ['in another order', (log: readonly LoggedText[]) => log.toReversed()],
    ['in part', (log: readonly LoggedText[]) => log.slice(30)],
  ])('begin again there with a log that was copied %s, and apply what they lack, once', async (_how, inOrder) => {
    services.relay();
    const here = services.consume();
    await Promise.all(receipts(60, 'A').map((receipt) => services.sell(receipt)));
    await allCounted(60);
    await here.stop();
    await Promise.all(receipts(40, 'B').map((receipt) => services.sell(receipt)));
    await until(async (see) => {
      const { rows } = await services.admin.sales.query<{ sent: bigint }>('SELECT sent FROM relay_mark');
      return see(Number(rows[0]?.sent)) === 100;
    });
    await services.stop();

    await copy(inOrder);
    services.consume(elsewhere);
    await allCounted(100);
    const relay = new Relay(
      services.salesDatabase.url('relay'),
      elsewhere,
      () => undefined,
      (error) => faults.push(error),
    );
    relay.start();
    for (const receipt of receipts(20, 'C')) await services.sell(receipt);
    await allCounted(120);
    expect(await services.counts()).toEqual(once([...receipts(60, 'A'), ...receipts(40, 'B'), ...receipts(20, 'C')]));
    await relay.stop();
    await services.stop();
  });
});
