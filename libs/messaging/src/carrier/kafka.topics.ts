import { setTimeout as pause } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import type { TopicDeclaration } from './topics.js';

const REPLICAS_MAX = 3;
/** What a broker says of a topic that it is only just making. */
const NOT_THERE_YET = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE', 'NOT_LEADER_FOR_PARTITION']);
const THERE_MS = 30_000;
const THERE_AGAIN_MS = 50;

/**
 * Makes what is missing of the declared topics. @returns the names of those it made
 * @throws Error where a topic is other than declared
 */
export async function makeTopics(
  admin: Admin,
  prefix: string,
  topics: readonly TopicDeclaration[],
): Promise<readonly string[]> {
  const there = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !there.has(prefix + name));
  if (missing.length > 0) {
    const replicas = Math.min(REPLICAS_MAX, (await admin.describeCluster()).brokers.length);
    await admin.createTopics({
      waitForLeaders: false, // kafkajs takes a broker that does not know the topic yet for one that never will
      topics: missing.map(({ name, partitions, settings }) => ({
        topic: prefix + name,
        numPartitions: partitions,
        replicationFactor: replicas,
        configEntries: Object.entries({ ...settings, 'min.insync.replicas': String(Math.max(1, replicas - 1)) }).map(
          ([key, value]) => ({ name: key, value }),
        ),
      })),
    });
  }
  const names = topics.map(({ name }) => prefix + name);
  const found = await onceThere(() => admin.fetchTopicMetadata({ topics: names }));
  for (const { name, partitions } of topics) {
    const count = found.topics.find((topic) => topic.name === prefix + name)?.partitions.length;
    if (count !== partitions)
      throw new Error(
        `Topic ${prefix}${name} has ${count ?? 'no'} partitions and ${partitions} are declared: ` +
          'its keys would move to other partitions and lose their order. Give it its own again, or another KAFKA_TOPIC_PREFIX.',
      );
  }
  return missing.map(({ name }) => prefix + name);
}

/**
 * Waits until all partitions of the topics answer. The broker knows a topic before each of its partitions takes records:
 * of a batch that is sent then, some would be refused, and the others come twice with the next try.
 */
export async function awaitPartitions(admin: Admin, names: readonly string[]): Promise<void> {
  for (const name of names) await onceThere(() => admin.fetchTopicOffsets(name));
}

/** Asks about topics again while the broker does not have them yet: it, or another process, may be making them now. */
async function onceThere<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const until = performance.now() + THERE_MS; ; await pause(THERE_AGAIN_MS))
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > until || !isNotThereYet(error)) throw error;
    }
}

function isNotThereYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('type' in error && NOT_THERE_YET.has(String(error.type))) || isNotThereYet(error.cause);
}
