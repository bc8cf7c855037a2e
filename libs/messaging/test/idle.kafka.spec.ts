import { expect, test } from '@jest/globals';
import { testBrokers, testTopicPrefix } from '@ayni/testing-systems/broker';
import { until } from '@ayni/testing/until';
import { kafkaClient } from '../src/carrier/kafka.client.js';

test('a connection to the broker that nobody uses sets no timers', async () => {
  const settings = { brokers: testBrokers().split(','), prefix: testTopicPrefix(), clientId: 'test' };
  const admin = kafkaClient(settings, () => undefined).admin();
  await admin.connect();
  await admin.listTopics();
  const { setTimeout: set } = globalThis;
  const spans: (number | undefined)[] = [];
  globalThis.setTimeout = Object.assign((work: () => void, ms?: number) => {
    spans.push(ms);
    return set(work, ms);
  }, set);
  const began = performance.now();
  await until(() => performance.now() - began > 1_000);
  globalThis.setTimeout = set;
  // those of `until` are there, one for each look
  expect(spans.filter((ms) => ms !== 10).length).toBeLessThan(10);
  await admin.disconnect();
});
