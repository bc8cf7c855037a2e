import { saleRecorded, topicOf } from '@ayni/contracts';
import { testBrokers, testTopicPrefix } from '@ayni/testing-systems/broker';
import { until } from '@ayni/testing/until';
import { Kafka, logLevel, type Admin, type Producer } from 'kafkajs';
import type { Record } from './market-days.js';

const PARTITIONS = 3;

/** The broker of the run, as an operator and a service use it. */
export class Operator {
  readonly brokers = testBrokers();
  private readonly admin: Admin;
  private readonly producer: Producer;

  constructor() {
    const kafka = new Kafka({ clientId: 'test', brokers: this.brokers.split(','), logLevel: logLevel.NOTHING });
    this.admin = kafka.admin();
    this.producer = kafka.producer();
  }

  async connect(): Promise<void> {
    await Promise.all([this.admin.connect(), this.producer.connect()]);
  }

  async disconnect(): Promise<void> {
    await Promise.all([this.admin.disconnect(), this.producer.disconnect()]);
  }

  /** A topic of sales that nobody else uses, and the name of a group that reads it. */
  async topic(): Promise<{ topic: string; group: string }> {
    const prefix = testTopicPrefix();
    const topic = prefix + topicOf(saleRecorded);
    await this.admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: false });
    // a broker tells of a topic before all of its partitions take records
    await until(() => this.admin.fetchTopicOffsets(topic));
    return { topic, group: `${prefix}revenue` };
  }

  async send(topic: string, records: readonly Record[]): Promise<void> {
    await this.producer.send({ topic, acks: -1, messages: [...records] });
  }

  /** As if the group had never said how far it is, as soon as the broker knows that none of it runs. */
  async forget(topic: string, group: string): Promise<void> {
    const partitions = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, offset: '0' }));
    await until(() => this.admin.setOffsets({ groupId: group, topic, partitions }).then(() => true));
  }
}
