import { expect, jest, test } from '@jest/globals';
import { testBrokers, testTopicPrefix, until } from '@ayni/testing';
import { kafkaClient } from '../src/carrier/kafka.client.js';

jest.setTimeout(30_000);

test('a connection to the broker that nobody uses sets no timers', async () => {
  const settings = { brokers: testBrokers().split(','), prefix: testTopicPrefix(), clientId: 'test' };
  const admin = kafkaClient(settings, () => undefined).admin();
  await admin.connect();
  await admin.listTopics();
  const began = performance.now();
  const timers = jest.spyOn(globalThis, 'setTimeout');
  await until(() => performance.now() - began > 1_000);
  // those of `until` are there, one for each look
  const own = timers.mock.calls.filter(([, ms]) => ms === 10).length;
  expect(timers.mock.calls.length - own).toBeLessThan(10);
  timers.mockRestore();
  await admin.disconnect();
});
