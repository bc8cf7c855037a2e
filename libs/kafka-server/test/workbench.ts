import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';
import { testFolder } from '@ayni/testing/test-folder';
import { removeKafka } from '../src/remove.js';
import { startKafka, type KafkaOptions, type KafkaServer } from '../src/start.js';

const PATIENCE_MS = 300_000;
/** Once a second: for as long. */
const RETRIES = 300;

/** A folder for one broker, what it said, and the way to clear all of it away. */
export class Workbench {
  readonly notices: string[] = [];
  readonly #servers: KafkaServer[] = [];
  readonly #holders: ChildProcess[] = [];

  constructor(readonly folder = testFolder()) {}

  async start(wishes: Partial<KafkaOptions> = {}): Promise<KafkaServer> {
    const server = await startKafka({
      folder: this.folder,
      onNotice: ({ en: text }) => this.notices.push(text),
      ...wishes,
    });
    this.#servers.push(server);
    return server;
  }

  /** Another process, in a process group of its own, that starts the broker of the folder. */
  startHolder(env: NodeJS.ProcessEnv = {}): Holder {
    const holder = spawn(process.execPath, [fileURLToPath(new URL('holder.mjs', import.meta.url)), this.folder], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    this.#holders.push(holder);
    const ended = new Promise<void>((resolve) => holder.once('exit', () => resolve()));
    const pid = new Promise<number>((resolve) => holder.stdout.once('data', (line) => resolve(Number(String(line)))));
    return { process: holder, pid, ended, complaint: text(holder.stderr) };
  }

  async clear(): Promise<void> {
    for (const holder of this.#holders) holder.kill('SIGKILL');
    const stops = await Promise.allSettled(this.#servers.map((server) => server.kill9()));
    await removeKafka(this.folder);
    for (const stop of stops) if (stop.status === 'rejected') throw stop.reason;
  }
}

export type Holder = {
  readonly process: ChildProcess;
  /** The number of the broker's process, once it answers. */
  readonly pid: Promise<number>;
  readonly ended: Promise<void>;
  readonly complaint: Promise<string>;
};

/** A client that takes the first answer, however long the broker takes for it. */
export const clientOf = (brokers: string, config: Partial<KafkaConfig> = {}): Kafka =>
  new Kafka({
    ...{ brokers: [brokers], logLevel: logLevel.NOTHING, retry: { retries: 0 } },
    ...{ connectionTimeout: PATIENCE_MS, authenticationTimeout: PATIENCE_MS, requestTimeout: PATIENCE_MS },
    ...config,
  });

/** Sends one record to `topic`, which is made where it is missing. */
export async function send(brokers: string, value: string, config: Partial<KafkaConfig> = {}): Promise<void> {
  const kafka = clientOf(brokers, config);
  const admin = kafka.admin();
  await admin.connect();
  try {
    // kafkajs takes a broker that does not know the topic yet for one that never will; who sends asks again
    const made = await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: false });
    const producer = kafka.producer({ allowAutoTopicCreation: false, idempotent: true, retry: { retries: RETRIES } });
    await producer.connect();
    try {
      await producer.send({ topic: 'kept', acks: -1, messages: [{ key: made ? 'new' : 'old', value }] });
    } finally {
      await producer.disconnect();
    }
  } finally {
    await admin.disconnect();
  }
}

/** Where the next record of `topic` will stand, as the broker counts. */
export async function endOf(brokers: string, topic: string): Promise<string | undefined> {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  try {
    return (await admin.fetchTopicOffsets(topic))[0]?.high;
  } finally {
    await admin.disconnect();
  }
}

/** Reads `topic` from its beginning with a group of its own until `count` records came. */
export async function read(brokers: string, count: number, config: Partial<KafkaConfig> = {}): Promise<string[]> {
  const consumer = clientOf(brokers, { ...config, retry: { retries: RETRIES } }).consumer({
    groupId: `read-${randomBytes(4).toString('hex')}`,
    maxWaitTimeInMs: 100,
    allowAutoTopicCreation: false,
  });
  const values: string[] = [];
  await consumer.connect();
  try {
    await consumer.subscribe({ topics: ['kept'], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      const eachMessage = async ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
        if (values.push(String(message.value)) === count) resolve();
      };
      consumer.run({ eachMessage }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return values;
}
