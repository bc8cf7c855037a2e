import { findEventType, topicOf, type ServiceName } from '@ayni/contracts';
import { Partitioners, type Kafka, type PartitionMetadata, type Producer } from 'kafkajs';
import type { LoggedText } from '../outbox/logged-event.js';
import type { Broker, SentPlace } from './carrier.js';
import { toRecord, type EventRecord } from './cloud-event.record.js';
import { administer } from './kafka.client.js';
import type { KafkaSettings } from './kafka.settings.js';
import { sentenceOf, setAgain, wrongSettings, type WrongSettings } from './kafka.topic-settings.js';
import { awaitPartitions, makeTopics } from './kafka.topics.js';
import type { TopicDeclaration } from './topics.js';

/** A request to the broker holds about so much; an event may be as large as a megabyte by itself. */
const SENT_BYTES_MAX = 1_000_000;

/** The relay's side: one producer that is made anew after a fault, since what it knows of the broker may be wrong then. */
export class KafkaSender implements Broker {
  private producer: Promise<Producer> | undefined;
  private readonly last = new Map<string, bigint>();
  private readonly partitions: ReadonlyMap<string, PartitionMetadata[]>;
  /** The first record of each partition, and the cluster, when it was last looked. */
  private readonly lows = new Map<string, bigint>();
  private cluster: string | null = null;
  private wrong: readonly WrongSettings[] = [];
  /** Whether a partition took a record where it had acknowledged one before. */
  private lost = false;
  private readonly partitionOf = Partitioners.DefaultPartitioner();

  constructor(
    private readonly kafka: Kafka,
    private readonly settings: KafkaSettings,
    private readonly topics: readonly TopicDeclaration[],
    /** The service whose topics it writes; of all, where none is named. */
    private readonly service?: ServiceName,
  ) {
    this.partitions = new Map(topics.map(({ name, partitions }) => [settings.prefix + name, numbered(partitions)]));
  }

  async send(batch: readonly LoggedText[]): Promise<readonly SentPlace[]> {
    try {
      this.producer ??= this.connect();
      const producer = await this.producer;
      const places = new Map<string, SentPlace>();
      for (const request of requests(batch.map((row) => this.addressed(row))))
        for (const place of await this.request(producer, request)) places.set(keyOf(place), place);
      return [...places.values()];
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async holds(places: readonly SentPlace[]): Promise<boolean> {
    const topics = [...this.partitions.keys()].filter((topic) => this.writesTo(topic));
    const highs = new Map<string, bigint>();
    await administer(this.settings, async (admin) => {
      await awaitPartitions(admin, await makeTopics(admin, this.settings.prefix, this.topics));
      this.cluster = (await admin.describeCluster()).clusterId;
      for (const topic of topics)
        for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
          highs.set(keyOf({ topic, partition }), BigInt(high));
          this.lows.set(keyOf({ topic, partition }), BigInt(low));
        }
      this.wrong = await wrongSettings(admin, this.settings.prefix, this.topics, topics);
    });
    const held =
      !this.lost &&
      !this.wrong.some(({ mayLose }) => mayLose) &&
      places.every((place) => {
        const [high = 0n, low = 0n] = [highs.get(keyOf(place)), this.lows.get(keyOf(place))];
        return high > place.offset && low <= place.low && (place.cluster ?? this.cluster) === this.cluster;
      });
    this.lost = false;
    this.last.clear();
    if (held) for (const place of places) this.last.set(keyOf(place), place.offset);
    return held;
  }

  async mend(): Promise<readonly string[]> {
    const { wrong } = this;
    if (wrong.length === 0) return [];
    await administer(this.settings, (admin) => setAgain(admin, wrong));
    this.wrong = [];
    return wrong.map(sentenceOf);
  }

  async close(): Promise<void> {
    const producer = await this.producer?.catch(() => undefined);
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  private writesTo(topic: string): boolean {
    return this.service === undefined || topic.startsWith(`${this.settings.prefix}ayni.${this.service}.`);
  }

  private addressed(row: LoggedText): Addressed {
    const type = findEventType(row.type);
    const topic = this.settings.prefix + (type ? topicOf(type) : row.type);
    const partitionMetadata = this.partitions.get(topic);
    if (!partitionMetadata) throw new Error(`${row.type} has no topic that is declared`);
    const record = toRecord(row);
    return { topic, record, partition: this.partitionOf({ topic, partitionMetadata, message: record }) };
  }

  private async request(producer: Producer, request: readonly Addressed[]): Promise<SentPlace[]> {
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
      this.lost ||= BigInt(baseOffset) <= (this.last.get(key) ?? -1n);
      if (this.lost) throw new Error(`${key} begins anew: the broker has lost what it acknowledged`);
      const offset = BigInt(baseOffset) + (counts.get(key) ?? 1n) - 1n;
      this.last.set(key, offset);
      return { topic, partition, offset, low: this.lows.get(key) ?? 0n, cluster: this.cluster };
    });
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      // it would ask a leader that says nothing again and again, though another one leads by now
      retry: { retries: 1 },
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
