import type { ServiceName } from '@ayni/contracts';
import type { Kafka } from 'kafkajs';
import type { Inbox } from '../inbox/inbox.js';
import type { Broker, Carrier, Subscription } from './carrier.js';
import { administer, kafkaClient } from './kafka.client.js';
import { KafkaSender } from './kafka.sender.js';
import type { KafkaSettings } from './kafka.settings.js';
import { KafkaSubscription } from './kafka.subscription.js';
import { awaitPartitions, makeTopics } from './kafka.topics.js';
import type { TopicDeclaration } from './topics.js';

/**
 * Carries events over Apache Kafka. Sending is the relay's: one producer, idempotent, everything acknowledged by all
 * in-sync replicas. Receiving is one consumer group per service, whose offsets move only behind a commit that applied,
 * held back, parked or passed over the events before them.
 */
export class KafkaCarrier implements Carrier {
  readonly broker: Broker;

  private constructor(
    private readonly kafka: Kafka,
    private readonly sender: KafkaSender,
    private readonly settings: KafkaSettings,
    private readonly topics: readonly TopicDeclaration[],
    private readonly onFault: (error: unknown) => void,
  ) {
    this.broker = sender;
  }

  /**
   * Reaches the broker and makes the topics that are missing.
   * @param service whose relay sends by it: it answers for the settings of its topics
   * @throws Error where no broker answers, or where a topic has another number of partitions than is declared
   */
  static async connect(
    settings: KafkaSettings,
    topics: readonly TopicDeclaration[],
    onFault: (error: unknown) => void,
    service?: ServiceName,
  ): Promise<KafkaCarrier> {
    const kafka = kafkaClient(settings, onFault);
    await administer(settings, async (admin) => {
      await makeTopics(admin, settings.prefix, topics);
      // those that another process has only just made as well
      const names = topics.map(({ name }) => settings.prefix + name);
      await awaitPartitions(admin, names);
    });
    return new KafkaCarrier(kafka, new KafkaSender(kafka, settings, topics, service), settings, topics, onFault);
  }

  subscribe(inbox: Inbox): Subscription {
    const subscription = new KafkaSubscription(inbox, this.kafka, this.settings, this.topics, this.onFault);
    subscription.start();
    return subscription;
  }

  /** Leaves the broker; all subscriptions and the relay have stopped. */
  async close(): Promise<void> {
    await this.sender.close();
  }
}
