import { Kafka, logLevel, type Admin } from 'kafkajs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { testBrokers, testTopicPrefix } from '../src/broker.js';
import { until } from '@ayni/testing/until';

let admin: Admin;

beforeAll(async () => {
  admin = new Kafka({ brokers: testBrokers().split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
});

afterAll(() => admin.disconnect());

test('suites share a broker and keep apart by their prefixes', async () => {
  const topics = [testTopicPrefix(), testTopicPrefix()].map((prefix) => `${prefix}ayni.sales.sales`);
  await admin.createTopics({ topics: topics.map((topic) => ({ topic })), waitForLeaders: false });
  const there = await until(async (see) => {
    const names = see(await admin.listTopics());
    return topics.every((topic) => names.includes(topic)) && names;
  });
  expect(there).toEqual(expect.arrayContaining(topics));
  await admin.deleteTopics({ topics });
});
