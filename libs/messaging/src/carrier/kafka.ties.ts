import { createHash } from 'node:crypto';
import { fieldOf } from '@ayni/kernel';
import type { KafkaMessage } from 'kafkajs';
import type { LastRecord } from '../inbox/inbox.js';

/** The ends of a partition: the first record that it still has, and the one that comes next. */
export type Ends = { readonly low: bigint; readonly high: bigint };

/** What is to become of a batch: taken from its `skip`th record on, left since another is on its way, or read from elsewhere. */
export type Verdict =
  | { readonly take: true; readonly skip: number }
  | { readonly take: false }
  | { readonly take: false; readonly seek: bigint };

/** How a partition stands: read from its beginning, looked at whether it is the one that was read, or known to be. */
type Tie =
  | { readonly state: 'beginning'; readonly from: bigint; readonly odd?: bigint }
  | { readonly state: 'checking'; readonly last: LastRecord; readonly epoch?: number; readonly odd?: bigint }
  | { readonly state: 'tied' };

const partitionKey = (topic: string, partition: number): string => `${topic}/${partition}`;

/**
 * Ties a consumer to the very logs that it has read. An offset says nothing of which log it is an offset of: a topic may
 * have been made again, cut by an unclean election, mirrored, or stand in another cluster, while the group's offsets
 * stay. So each partition is read from the last record that was taken, and believed only if that very record comes;
 * else it is read from its beginning, and the inbox passes over what it has.
 */
export class LogTies {
  private readonly ties = new Map<string, Tie>();
  private readonly lasts = new Map<string, LastRecord>();
  private readonly epochs = new Map<string, number>();

  constructor(lasts: readonly LastRecord[]) {
    for (const last of lasts) this.lasts.set(partitionKey(last.topic, last.partition), last);
  }

  /** @returns from where a partition that was just assigned is to be read */
  start(topic: string, partition: number, { low, high }: Ends): bigint {
    const key = partitionKey(topic, partition);
    const last = this.lasts.get(key);
    if (last && last.offset >= low && last.offset < high) {
      this.ties.set(key, { state: 'checking', last });
      return last.offset;
    }
    this.ties.set(key, { state: 'beginning', from: low });
    return low;
  }

  /** @param ends asked for only where it is not clear what the client did */
  async judge(
    topic: string,
    partition: number,
    fetchedFrom: bigint,
    messages: readonly KafkaMessage[],
    ends: () => Promise<Ends>,
  ): Promise<Verdict> {
    const key = partitionKey(topic, partition);
    const [tie, first] = [this.ties.get(key), messages[0]];
    if (!tie || !first) return { take: false };
    if (tie.state === 'tied') return this.judgeTied(key, first);
    const sought = tie.state === 'beginning' ? tie.from : tie.last.offset;
    if (fetchedFrom !== sought) {
      // one was under way when we sought; one that comes again is where the client was sent by the broker
      if (tie.odd !== fetchedFrom) this.ties.set(key, { ...tie, odd: fetchedFrom });
      else return this.beginAgain(key, (await ends()).low, fetchedFrom);
      return { take: false };
    }
    if (tie.state === 'checking') {
      if (BigInt(first.offset) !== sought || recordDigest(first) !== tie.last.digest)
        return this.beginAgain(key, (await ends()).low);
      // what comes next of another leader is to be looked at even where nothing else was read of this one
      this.epochs.set(key, tie.epoch ?? epochOf(first));
      this.ties.set(key, { state: 'tied' });
      return { take: true, skip: 1 };
    }
    this.ties.set(key, { state: 'tied' });
    return { take: true, skip: 0 };
  }

  /** Remembers what was taken. @returns it, as an inbox keeps it */
  took(topic: string, partition: number, message: KafkaMessage): LastRecord {
    const last = { topic, partition, offset: BigInt(message.offset), digest: recordDigest(message) };
    const key = partitionKey(topic, partition);
    this.lasts.set(key, last);
    this.epochs.set(key, epochOf(message));
    return last;
  }

  /** A partition that has another leader may have lost its end to that. */
  private judgeTied(key: string, first: KafkaMessage): Verdict {
    const [last, epoch] = [this.lasts.get(key), this.epochs.get(key)];
    if (!last || epoch === undefined || epoch === epochOf(first)) return { take: true, skip: 0 };
    this.ties.set(key, { state: 'checking', last, epoch: epochOf(first) });
    return { take: false, seek: last.offset };
  }

  private beginAgain(key: string, low: bigint, fetchedFrom?: bigint): Verdict {
    if (fetchedFrom === low) {
      this.ties.set(key, { state: 'tied' });
      return { take: true, skip: 0 };
    }
    this.ties.set(key, { state: 'beginning', from: low });
    return { take: false, seek: low };
  }
}

/** By which a record is known again: one that was sent anew has another time. */
const recordDigest = ({ timestamp, key, value }: KafkaMessage): string =>
  createHash('sha256')
    .update(`${timestamp} ${key?.length ?? -1} `)
    .update(key ?? '')
    .update(value ?? '')
    .digest('hex');

const epochOf = (message: KafkaMessage): number =>
  Number(fieldOf(fieldOf(message, 'batchContext'), 'partitionLeaderEpoch') ?? -1);
