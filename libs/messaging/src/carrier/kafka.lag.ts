import { findEventType, topicOf } from '@ayni/contracts';
import type { Admin } from 'kafkajs';
import { administer } from './kafka.client.js';
import type { KafkaSettings } from './kafka.settings.js';

/** What a consumer has not taken yet of what one service sent. */
export type Lag = {
  readonly events: number;
  /** Whether some of it has been waiting for longer than was asked about. */
  readonly overdue: boolean;
};

/** By topic, with its prefix, the service that writes it: those that carry `types`. */
export const topicsOf = (prefix: string, types: Iterable<string>): ReadonlyMap<string, string> =>
  new Map(
    [...types]
      .flatMap((name) => findEventType(name) ?? [])
      .map((type): [string, string] => [prefix + topicOf(type), type.service]),
  );

export const groupOf = (prefix: string, consumer: string): string => `${prefix}ayni.${consumer}`;

/**
 * By source service, how far the group of a consumer is behind in the topics, as the broker knows it.
 * @param since when a record must have been sent to be overdue, in milliseconds; none is where left out
 */
export async function groupLag(
  admin: Admin,
  group: string,
  topics: ReadonlyMap<string, string>,
  since?: number,
): Promise<ReadonlyMap<string, Lag>> {
  const lags = new Map<string, Lag>([...topics.values()].map((service) => [service, { events: 0, overdue: false }]));
  const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics.keys()] });
  for (const [topic, service] of topics) {
    const offsets = committed.find((found) => found.topic === topic)?.partitions ?? [];
    const recent = since === undefined ? [] : await admin.fetchTopicOffsetsByTimestamp(topic, since);
    for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
      const stood = BigInt(offsets.find((found) => found.partition === partition)?.offset ?? -1);
      const at = stood < 0n ? BigInt(low) : stood;
      const overdueUpTo = BigInt(recent.find((found) => found.partition === partition)?.offset ?? at);
      const { events = 0, overdue = false } = lags.get(service) ?? {};
      lags.set(service, { events: events + Number(BigInt(high) - at), overdue: overdue || at < overdueUpTo });
    }
  }
  return lags;
}

/**
 * {@link groupLag} for whoever is no consumer: says what the broker has for the one that declares `types`.
 * @throws Error where the broker cannot be asked
 */
export function lagOver(
  settings: KafkaSettings,
  consumer: string,
  types: Iterable<string>,
  since: number,
): Promise<ReadonlyMap<string, Lag>> {
  const { prefix } = settings;
  const [group, topics] = [groupOf(prefix, consumer), topicsOf(prefix, types)];
  return administer(settings, (admin) => groupLag(admin, group, topics, since), 1);
}
