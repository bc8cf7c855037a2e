import { Kafka, logLevel, type Admin } from 'kafkajs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { testBrokers, testTopicPrefix } from '../src/index.js';

let admin: Admin;

beforeAll(async () => {
  admin = new Kafka({ brokers: testBrokers().split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
});

afterAll(() => admin.disconnect());

test('suites share a broker and keep apart by their prefixes', async () => {
  const topics = [testTopicPrefix(), testTopicPrefix()].map((prefix) => `${prefix}ayni.sales.sales`);
  await admin.createTopics({ topics: topics.map((topic) => ({ topic })), waitForLeaders: true });
  expect(await admin.listTopics()).toEqual(expect.arrayContaining(topics));
  await admin.deleteTopics({ topics });
});
