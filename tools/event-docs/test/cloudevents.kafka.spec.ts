import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@ayni/testing/until';
import { Kafka as Broker, logLevel, type Consumer, type KafkaMessage } from 'kafkajs';
import { Kafka } from 'cloudevents';
import { one, publicTypes, recordOf, saidBy, sample } from './golden-records.js';
import { Operator } from './topic.js';

const operator = new Operator();
let consumer: Consumer;

beforeAll(() => operator.connect());

afterAll(async () => {
  await Promise.all([consumer.disconnect(), operator.disconnect()]);
});

test('every public event, read from a broker with any client, is a CloudEvent under the key of its aggregate', async () => {
  const { topic, group } = await operator.topic();
  await operator.send(
    topic,
    publicTypes.map((type) => recordOf(sample(type))),
  );
  const received: KafkaMessage[] = [];
  const broker = new Broker({ brokers: operator.brokers.split(','), logLevel: logLevel.NOTHING });
  consumer = broker.consumer({ groupId: group, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({ eachMessage: async ({ message }) => void received.push(message) });
  await until((see) => see(received.length) >= publicTypes.length);

  const read = received.map(({ key, value, headers }) => {
    const type = headers?.['content-type']?.toString() ?? '';
    expect(headers?.['position']?.toString()).toBe('12');
    const body = value?.toString('utf8') ?? '';
    const record = { key: key?.toString(), value: body, body, headers: { 'content-type': type } };
    const event = one(Kafka.toEvent(record));
    expect(record.key).toBe(`${String(event['coopid'])}:${String(event['aggregate'])}`);
    return event;
  });
  for (const type of publicTypes) expect(read.find((event) => event.type === type)).toMatchObject(saidBy(sample(type)));
});
