import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { saleRecorded, topicOf } from '@ayni/contracts';
import { removeKafka } from '@ayni/kafka-server/remove';
import { startKafka, type KafkaServer } from '@ayni/kafka-server/start';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { Kafka } from 'kafkajs';
import { KafkaCarrier } from '../src/carrier/kafka.carrier.js';
import type { KafkaSettings } from '../src/carrier/kafka.settings.js';
import { readTopics } from '../src/carrier/topics.js';
import { TwoServices } from './two-services.js';

const folder = testFolder();
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
  KafkaCarrier.connect(settings, await readTopics(), (error) => faults.push(error));

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
