import { until } from '@ayni/testing/until';
import type { Kafka, SeekEntry } from 'kafkajs';

/** Where a group of `topic` is to stand. */
export type Offsets = { readonly groupId: string; readonly topic: string; readonly partitions: readonly SeekEntry[] };

/**
 * Commits offsets as if a group had read so far, as soon as the broker knows that none of it runs. The client's own
 * `setOffsets` waits five seconds for records first.
 */
export async function commitOffsets(kafka: Kafka, { groupId, topic, partitions }: Offsets): Promise<void> {
  const [admin, consumer] = [kafka.admin(), kafka.consumer({ groupId, maxWaitTimeInMs: 10 })];
  try {
    await admin.connect();
    await until(async () =>
      (await admin.describeGroups([groupId])).groups.every(({ members }) => members.length === 0),
    );
    await consumer.connect();
    await consumer.subscribe({ topic });
    const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
    await consumer.run({ autoCommit: false, eachMessage: () => Promise.resolve() });
    await joined;
    await consumer.commitOffsets(partitions.map((one) => ({ topic, ...one })));
  } finally {
    await Promise.all([consumer.disconnect(), admin.disconnect()]);
  }
}
