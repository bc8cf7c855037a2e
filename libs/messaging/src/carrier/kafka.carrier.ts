import { findEventType, topicOf } from '@ayni/contracts';
import {
  Partitioners,
  type Consumer,
  type EachBatchPayload,
  type Kafka,
  type KafkaMessage,
  type PartitionMetadata,
  type Producer,
} from 'kafkajs';
import { Doorbell } from '../doorbell.js';
import type { Arrival, Inbox } from '../inbox/inbox.js';
import { reach } from '../moments.js';
import type { LoggedText } from '../outbox/logged-event.js';
import type { Broker, Carrier, Place, Subscription } from './carrier.js';
import { readRecord, toRecord, type EventRecord } from './cloud-event.record.js';
import { administer, kafkaClient } from './kafka.client.js';
import { groupLag, groupOf, topicsOf } from './kafka.lag.js';
import type { KafkaSettings } from './kafka.settings.js';
import { awaitPartitions, makeTopics } from './kafka.topics.js';
import type { TopicDeclaration } from './topics.js';

/** A transaction of a consumer takes up to so many events. */
const TAKEN_MAX = 500;
/** A request to the broker holds about so much; an event may be as large as a megabyte by itself. */
const SENT_BYTES_MAX = 1_000_000;
const HEARTBEAT_MS = 2_000;
/** A member that died holds its partitions for so long; one that only slept is stopped by the inbox from doing harm. */
const SESSION_MS = 10_000;
const REBALANCE_MS = 60_000;
const FETCH_WAIT_MS = 500;
const RETRY_MS = 1_000;

/**
 * Carries events over Apache Kafka. Sending is the relay's: one producer, idempotent, everything acknowledged by all
 * in-sync replicas. Receiving is one consumer group per service, whose offsets move only behind a commit that applied,
 * held back, parked or passed over the events before them.
 */
export class KafkaCarrier implements Carrier {
  readonly broker: Broker;

  private constructor(
    private readonly kafka: Kafka,
    private readonly sender: Sender,
    private readonly settings: KafkaSettings,
    private readonly topics: readonly TopicDeclaration[],
    private readonly onFault: (error: unknown) => void,
  ) {
    this.broker = sender;
  }

  /**
   * Reaches the broker and makes the topics that are missing.
   * @throws Error where no broker answers, or where a topic has another number of partitions than is declared
   */
  static async connect(
    settings: KafkaSettings,
    topics: readonly TopicDeclaration[],
    onFault: (error: unknown) => void,
  ): Promise<KafkaCarrier> {
    const kafka = kafkaClient(settings, onFault);
    await administer(settings, async (admin) => {
      await makeTopics(admin, settings.prefix, topics);
      // those that another process has only just made as well
      const names = topics.map(({ name }) => settings.prefix + name);
      await awaitPartitions(admin, names);
    });
    return new KafkaCarrier(kafka, new Sender(kafka, settings, topics), settings, topics, onFault);
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

/** The relay's side: one producer that is made anew after a fault, since what it knows of the broker may be wrong then. */
class Sender implements Broker {
  private producer: Promise<Producer> | undefined;
  private readonly last = new Map<string, bigint>();
  private readonly partitions: ReadonlyMap<string, PartitionMetadata[]>;
  private readonly partitionOf = Partitioners.DefaultPartitioner();

  constructor(
    private readonly kafka: Kafka,
    private readonly settings: KafkaSettings,
    private readonly topics: readonly TopicDeclaration[],
  ) {
    this.partitions = new Map(topics.map(({ name, partitions }) => [settings.prefix + name, numbered(partitions)]));
  }

  async send(batch: readonly LoggedText[]): Promise<readonly Place[]> {
    try {
      this.producer ??= this.connect();
      const producer = await this.producer;
      const places = new Map<string, Place>();
      for (const request of requests(batch.map((row) => this.addressed(row))))
        for (const place of await this.request(producer, request)) places.set(keyOf(place), place);
      return [...places.values()];
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async holds(places: readonly Place[]): Promise<boolean> {
    const topics = [...new Set(places.map((place) => place.topic))].filter((topic) => this.partitions.has(topic));
    const ends = new Map<string, bigint>();
    await administer(this.settings, async (admin) => {
      await awaitPartitions(admin, await makeTopics(admin, this.settings.prefix, this.topics));
      for (const topic of topics)
        for (const { partition, high } of await admin.fetchTopicOffsets(topic))
          ends.set(keyOf({ topic, partition }), BigInt(high));
    });
    const held = places.every((place) => (ends.get(keyOf(place)) ?? 0n) > place.offset);
    this.last.clear();
    if (held) for (const place of places) this.last.set(keyOf(place), place.offset);
    return held;
  }

  async close(): Promise<void> {
    const producer = await this.producer?.catch(() => undefined);
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  private addressed(row: LoggedText): Addressed {
    const type = findEventType(row.type);
    const topic = this.settings.prefix + (type ? topicOf(type) : row.type);
    const partitionMetadata = this.partitions.get(topic);
    if (!partitionMetadata) throw new Error(`${row.type} has no topic that is declared`);
    const record = toRecord(row);
    return { topic, record, partition: this.partitionOf({ topic, partitionMetadata, message: record }) };
  }

  private async request(producer: Producer, request: readonly Addressed[]): Promise<Place[]> {
    const messages = new Map<string, (EventRecord & { partition: number })[]>();
    const counts = new Map<string, bigint>();
    for (const { topic, partition, record } of request) {
      const ofTopic = messages.get(topic) ?? [];
      ofTopic.push({ ...record, partition });
      messages.set(topic, ofTopic);
      const key = keyOf({ topic, partition });
      counts.set(key, (counts.get(key) ?? 0n) + 1n);
    }
    const topicMessages = [...messages].map(([topic, ofTopic]) => ({ topic, messages: ofTopic }));
    const sent = await producer.sendBatch({ acks: -1, topicMessages });
    return sent.map(({ topicName: topic, partition, baseOffset = '-1' }) => {
      const key = keyOf({ topic, partition });
      if (BigInt(baseOffset) <= (this.last.get(key) ?? -1n))
        throw new Error(`${key} begins anew: the broker has lost what it acknowledged`);
      const offset = BigInt(baseOffset) + (counts.get(key) ?? 1n) - 1n;
      this.last.set(key, offset);
      return { topic, partition, offset };
    });
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 5 },
    });
    await producer.connect();
    return producer;
  }
}

const keyOf = ({ topic, partition }: { topic: string; partition: number }): string => `${topic}/${partition}`;

/** What the partitioner looks at: there are so many. */
const numbered = (partitions: number): PartitionMetadata[] =>
  Array.from({ length: partitions }, (_, partitionId) => ({
    ...{ partitionId, partitionErrorCode: 0, leader: 0 },
    ...{ replicas: [], isr: [] },
  }));

/** A record on its way into its partition. */
type Addressed = { readonly topic: string; readonly partition: number; readonly record: EventRecord };

/** Cuts records into requests of a bearable size; one after the other, so that their order stays. */
function* requests(records: readonly Addressed[]): Generator<readonly Addressed[]> {
  let request: Addressed[] = [];
  let bytes = 0;
  for (const addressed of records) {
    const size = addressed.record.value.length;
    if (bytes > 0 && bytes + size > SENT_BYTES_MAX) {
      yield request;
      request = [];
      bytes = 0;
    }
    request.push(addressed);
    bytes += size;
  }
  if (bytes > 0) yield request;
}

/** A batch of one partition that waits for its turn. */
type Fetched = {
  readonly payload: EachBatchPayload;
  readonly generation: number;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};

/** A record and the batch that it came in. */
type Received = { readonly fetched: Fetched; readonly message: KafkaMessage };

/**
 * A member of a consumer group. kafkajs hands over one batch per partition; all that have come are applied together:
 * the busier the topics, the larger the transactions, and each partition keeps its order.
 */
class KafkaSubscription implements Subscription {
  /** By topic, the service that writes it. */
  private readonly topics: ReadonlyMap<string, string>;
  private readonly partitions: number;
  private readonly bell = new Doorbell();
  private readonly fetched: Fetched[] = [];
  /** Counts the joins: an offset of one assignment means nothing in the next. */
  private generation = 0;
  private stopped = false;
  private leave: () => void = () => undefined;
  private readonly left = new Promise<undefined>((resolve) => (this.leave = () => resolve(undefined)));
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly inbox: Inbox,
    private readonly kafka: Kafka,
    private readonly settings: KafkaSettings,
    topics: readonly TopicDeclaration[],
    private readonly onFault: (error: unknown) => void,
  ) {
    this.topics = topicsOf(settings.prefix, inbox.types);
    this.partitions = topics
      .filter(({ name }) => this.topics.has(settings.prefix + name))
      .reduce((sum, { partitions }) => sum + partitions, 0);
  }

  private get group(): string {
    return groupOf(this.settings.prefix, this.inbox.consumer);
  }

  start(): void {
    this.running = Promise.all([this.stayJoined(), this.apply()]);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.inbox.stop();
    this.leave();
    this.bell.ring();
    await this.running;
  }

  async lag(): Promise<ReadonlyMap<string, number>> {
    const lags = await administer(this.settings, (admin) => groupLag(admin, this.group, this.topics));
    return new Map([...lags].map(([service, { events }]) => [service, events]));
  }

  /** Joins the group, and anew whenever the client gives up: a consumer that is gone would show nowhere else. */
  private async stayJoined(): Promise<void> {
    while (!this.stopped) {
      const consumer = this.kafka.consumer({
        groupId: this.group,
        sessionTimeout: SESSION_MS,
        heartbeatInterval: HEARTBEAT_MS,
        rebalanceTimeout: REBALANCE_MS,
        maxWaitTimeInMs: FETCH_WAIT_MS,
        allowAutoTopicCreation: false,
        retry: { retries: 8, restartOnFailure: () => Promise.resolve(false) },
      });
      try {
        await Promise.race([this.join(consumer), this.left]);
      } catch (error) {
        if (!this.stopped) this.onFault(error);
      }
      await consumer.disconnect().catch(this.onFault);
      if (!this.stopped) await Promise.race([new Promise((resolve) => setTimeout(resolve, RETRY_MS)), this.left]);
    }
  }

  /** Consumes until the client gives up. @throws what it gave up for */
  private async join(consumer: Consumer): Promise<never> {
    const crashed = new Promise<never>((_, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    crashed.catch(() => undefined);
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.generation++;
      reach('consumer:joined', () => []);
      // one that was told to leave while it joined goes on by itself
      if (this.stopped) consumer.disconnect().catch(this.onFault);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.topics.keys()], fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.partitions,
      eachBatch: (payload) => this.receive(payload),
    });
    return crashed;
  }

  private receive(payload: EachBatchPayload): Promise<void> {
    if (this.stopped) return Promise.resolve();
    return new Promise((done, failed) => {
      this.fetched.push({ payload, generation: this.generation, done, failed });
      this.bell.ring();
    });
  }

  private async apply(): Promise<void> {
    while (!this.stopped) {
      const all = this.fetched.splice(0);
      if (all.length === 0) await this.bell.wait(FETCH_WAIT_MS);
      else await this.applyAll(all);
    }
    for (const { done } of this.fetched.splice(0)) done();
  }

  private async applyAll(all: readonly Fetched[]): Promise<void> {
    let refused: unknown;
    // the broker takes a member that says nothing for dead, however long its batch takes
    const beat = setInterval(() => {
      all[0]?.payload.heartbeat().catch((error: unknown) => (refused = error));
    }, HEARTBEAT_MS);
    try {
      const received = all.flatMap((fetched) =>
        fetched.payload.batch.messages.map((message) => ({ fetched, message })),
      );
      for (let from = 0; from < received.length && !this.stopped; from += TAKEN_MAX)
        await this.takeSome(received.slice(from, from + TAKEN_MAX));
    } catch (error) {
      refused ??= error;
    } finally {
      clearInterval(beat);
    }
    // a heartbeat is refused when the group is being formed anew: the client has to hear of it
    for (const { done, failed } of all) {
      if (refused === undefined) done();
      else failed(refused);
    }
  }

  private async takeSome(received: readonly Received[]): Promise<void> {
    const arrivals: Arrival[] = [];
    for (const { fetched, message } of received) {
      const { topic, partition } = fetched.payload.batch;
      const read = readRecord(topic.slice(this.settings.prefix.length), message);
      if ('event' in read) arrivals.push({ source: this.topics.get(topic) ?? '', ...read });
      else {
        const { key, value, offset } = message;
        await this.inbox.keep({ topic, partition, offset: BigInt(offset), key, value, reason: read.fault });
      }
    }
    await this.inbox.take(arrivals);
    for (const { fetched, message } of received)
      if (fetched.generation === this.generation) fetched.payload.resolveOffset(message.offset);
  }
}
