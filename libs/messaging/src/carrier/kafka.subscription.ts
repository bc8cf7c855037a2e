import { fieldOf } from '@ayni/kernel';
import type { Admin, Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Arrival } from '../inbox/arrival.js';
import type { Inbox } from '../inbox/inbox.js';
import { Loop } from '../loop.js';
import { atMoment } from '../moments.js';
import type { Subscription } from './carrier.js';
import { readRecord } from './cloud-event.record.js';
import { administer } from './kafka.client.js';
import { unreadable } from './kafka.codecs.js';
import { groupLag, groupOf, topicsOf } from './kafka.lag.js';
import type { KafkaSettings } from './kafka.settings.js';
import { LogTies, type Ends } from './kafka.ties.js';
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
  /** Those of its records that are to be taken. */
  readonly messages: readonly KafkaMessage[];
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
  /** What the logs of this assignment are tied to; known a moment after the join. */
  private ties: Promise<LogTies> = Promise.resolve(new LogTies([]));
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
      // it would ask a broker that says nothing again and again, though others lead by now what that one led
      consumer.on(consumer.events.REQUEST_TIMEOUT, ({ payload }) =>
        reject(new Error(`${payload.broker} does not answer`)),
      );
    });
    crashed.catch(() => undefined);
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.generation++;
      this.ties = this.tie(consumer, payload.memberAssignment);
      this.ties.catch(() => undefined);
      void atMoment('consumer:joined', () => []);
      // one that was told to leave while it joined goes on by itself
      if (this.applying.isStopped) consumer.disconnect().catch(this.onFault);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...this.topics.keys()], fromBeginning: true });
    await consumer.run({
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.partitions,
      eachBatch: (payload) => this.receive(consumer, payload),
    });
    return crashed;
  }

  /** Begins each partition at the last record that was taken of it, or at its beginning. */
  private async tie(consumer: Consumer, assigned: Readonly<Record<string, readonly number[]>>): Promise<LogTies> {
    const ties = new LogTies(await this.inbox.lastRecords());
    const topics = Object.keys(assigned);
    const ends = await administer(this.settings, (admin) => endsOf(admin, topics));
    for (const [topic, partitions] of Object.entries(assigned))
      for (const partition of partitions) {
        const from = ties.start(topic, partition, ends(topic, partition));
        consumer.seek({ topic, partition, offset: from.toString() });
      }
    return ties;
  }

  private async receive(consumer: Consumer, payload: EachBatchPayload): Promise<void> {
    const { generation } = this;
    const { topic, partition, messages } = payload.batch;
    const fetchedOffset = String(fieldOf(payload.batch, 'fetchedOffset'));
    const ties = await this.whileBeating(payload, this.ties);
    if (this.applying.isStopped || generation !== this.generation) return;
    const verdict = await ties.judge(topic, partition, BigInt(fetchedOffset), messages, () =>
      administer(this.settings, async (admin) => (await endsOf(admin, [topic]))(topic, partition)),
    );
    if (!verdict.take) {
      if ('seek' in verdict) consumer.seek({ topic, partition, offset: verdict.seek.toString() });
      return;
    }
    const taken = messages.slice(verdict.skip);
    if (taken.length === 0) {
      payload.resolveOffset(messages[0]?.offset ?? fetchedOffset);
      return;
    }
    await new Promise<void>((done, failed) => {
      this.fetched.push({ payload, generation, messages: taken, done, failed });
      this.applying.ring();
    });
  }

  /** The broker takes a member that says nothing for dead, however long the database takes to answer. */
  private async whileBeating<Result>(payload: EachBatchPayload, work: Promise<Result>): Promise<Result> {
    const beat = setInterval(() => payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    return work.finally(() => clearInterval(beat));
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
      const received = all.flatMap((fetched) => fetched.messages.map((message) => ({ fetched, message })));
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
    const lasts = new Map<string, Received>();
    for (const one of received) {
      const { topic, partition } = one.fetched.payload.batch;
      const { key, value, offset, headers } = one.message;
      const place = { topic, partition, offset: BigInt(offset) };
      if (one.fetched.generation === this.generation) lasts.set(`${topic}/${partition}`, one);
      const unread = unreadable(headers);
      const read =
        unread === undefined ? readRecord(topic.slice(this.settings.prefix.length), one.message) : { fault: unread };
      if ('event' in read)
        arrivals.push({ source: this.topics.get(topic) ?? '', ...read, place, ...(value && { raw: value }) });
      else await this.inbox.keep({ ...place, key, value, reason: read.fault });
    }
    const ties = await this.ties;
    const last = [...lasts.values()].map(({ fetched: { payload }, message }) =>
      ties.took(payload.batch.topic, payload.batch.partition, message),
    );
    await this.inbox.take(arrivals, { last });
    for (const { fetched, message } of received)
      if (fetched.generation === this.generation) fetched.payload.resolveOffset(message.offset);
  }
}

/** The ends of partitions, by topic and number. */
async function endsOf(admin: Admin, topics: readonly string[]): Promise<(topic: string, partition: number) => Ends> {
  const found = new Map<string, Ends>();
  for (const topic of topics)
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic))
      found.set(`${topic}/${partition}`, { low: BigInt(low), high: BigInt(high) });
  return (topic, partition) => found.get(`${topic}/${partition}`) ?? { low: 0n, high: 0n };
}
