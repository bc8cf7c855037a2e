import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Arrival, Inbox } from '../inbox/inbox.js';
import { Loop } from '../loop.js';
import { atMoment } from '../moments.js';
import type { Subscription } from './carrier.js';
import { readRecord } from './cloud-event.record.js';
import { administer } from './kafka.client.js';
import { groupLag, groupOf, topicsOf } from './kafka.lag.js';
import type { KafkaSettings } from './kafka.settings.js';
import type { TopicDeclaration } from './topics.js';

/** A transaction of a consumer takes up to so many events. */
const TAKEN_MAX = 500;
const HEARTBEAT_MS = 2_000;
/** A member that died holds its partitions for so long; one that only slept is stopped by the inbox from doing harm. */
const SESSION_MS = 10_000;
const REBALANCE_MS = 60_000;
const FETCH_WAIT_MS = 500;
const RETRY_MS = 1_000;

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
export class KafkaSubscription implements Subscription {
  /** By topic, the service that writes it. */
  private readonly topics: ReadonlyMap<string, string>;
  private readonly partitions: number;
  private readonly joining: Loop;
  private readonly applying: Loop;
  private readonly fetched: Fetched[] = [];
  /** Counts the joins: an offset of one assignment means nothing in the next. */
  private generation = 0;
  private leave: () => void = () => undefined;
  private readonly left = new Promise<undefined>((resolve) => (this.leave = () => resolve(undefined)));

  constructor(
    private readonly inbox: Inbox,
    private readonly kafka: Kafka,
    private readonly settings: KafkaSettings,
    topics: readonly TopicDeclaration[],
    private readonly onFault: (error: unknown) => void,
  ) {
    this.joining = new Loop(() => this.stayJoined(), onFault, RETRY_MS);
    this.applying = new Loop(() => this.apply(), onFault, RETRY_MS);
    this.topics = topicsOf(settings.prefix, inbox.types);
    this.partitions = topics
      .filter(({ name }) => this.topics.has(settings.prefix + name))
      .reduce((sum, { partitions }) => sum + partitions, 0);
  }

  private get group(): string {
    return groupOf(this.settings.prefix, this.inbox.consumer);
  }

  start(): void {
    this.joining.start();
    this.applying.start();
  }

  async stop(): Promise<void> {
    this.inbox.stop();
    this.leave();
    // what is still there is let go: the client leaves only when its batches have ended
    const applied = this.applying.stop().then(() => this.fetched.splice(0).forEach(({ done }) => done()));
    await Promise.all([applied, this.joining.stop()]);
  }

  async lag(): Promise<ReadonlyMap<string, number>> {
    const lags = await administer(this.settings, (admin) => groupLag(admin, this.group, this.topics));
    return new Map([...lags].map(([service, { events }]) => [service, events]));
  }

  /** Joins the group until the client gives up; then the loop joins anew: a consumer that is gone would show nowhere else. */
  private async stayJoined(): Promise<void> {
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
    } finally {
      await consumer.disconnect().catch(this.onFault);
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
      void atMoment('consumer:joined', () => []);
      // one that was told to leave while it joined goes on by itself
      if (this.applying.isStopped) consumer.disconnect().catch(this.onFault);
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
    if (this.applying.isStopped) return Promise.resolve();
    return new Promise((done, failed) => {
      this.fetched.push({ payload, generation: this.generation, done, failed });
      this.applying.ring();
    });
  }

  private async apply(): Promise<void> {
    const all = this.fetched.splice(0);
    if (all.length === 0) await this.applying.wait(FETCH_WAIT_MS);
    else await this.applyAll(all);
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
      for (let from = 0; from < received.length && !this.applying.isStopped; from += TAKEN_MAX)
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
