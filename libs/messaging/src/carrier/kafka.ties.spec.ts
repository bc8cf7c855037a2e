import { describe, expect, test } from '@jest/globals';
import type { KafkaMessage } from 'kafkajs';
import { LogTies, type Ends, type Verdict } from './kafka.ties.js';

const [TOPIC, PARTITION] = ['sales', 0];
const ENDS: Ends = { low: 0n, high: 20n };
const TAKEN: Verdict = { take: true, skip: 0 };

/** A record as the client hands it on, written while a leader of that epoch led. */
const record = (offset: number, epoch: number, value = `record ${offset}`): KafkaMessage => {
  const message = {
    ...{ key: null, value: Buffer.from(value), timestamp: '1', attributes: 0, offset: String(offset), headers: {} },
    batchContext: { partitionLeaderEpoch: epoch },
  };
  return message;
};

/** Ties of a consumer that has taken the record of offset 7, under the leader of epoch 1, before it was started again. */
function startedAgain(): LogTies {
  const last = new LogTies([]).took(TOPIC, PARTITION, record(7, 1));
  const ties = new LogTies([last]);
  expect(ties.start(TOPIC, PARTITION, ENDS)).toBe(7n);
  return ties;
}

const judged = (ties: LogTies, from: number, ...messages: KafkaMessage[]): Promise<Verdict> =>
  ties.judge(TOPIC, PARTITION, BigInt(from), messages, () => Promise.resolve(ENDS));

test('a partition that was read from its beginning is looked at under another leader as well', async () => {
  const ties = new LogTies([]);
  expect(ties.start(TOPIC, PARTITION, ENDS)).toBe(ENDS.low);
  expect(await judged(ties, 0, record(0, 1))).toEqual(TAKEN);
  ties.took(TOPIC, PARTITION, record(0, 1));
  expect(await judged(ties, 1, record(1, 2))).toEqual({ take: false, seek: 0n });
});

describe('a partition that was tied to the record that was read last', () => {
  test('is read on without another look while its leader stays', async () => {
    const ties = startedAgain();
    expect(await judged(ties, 7, record(7, 1), record(8, 1))).toEqual({ take: true, skip: 1 });
    ties.took(TOPIC, PARTITION, record(8, 1));
    expect(await judged(ties, 9, record(9, 1))).toEqual(TAKEN);
  });

  test('is looked at again under another leader, also where nothing was taken since it was tied', async () => {
    const ties = startedAgain();
    expect(await judged(ties, 7, record(7, 1))).toEqual({ take: true, skip: 1 });
    expect(await judged(ties, 8, record(8, 2))).toEqual({ take: false, seek: 7n });
  });

  test('is looked at once for a leader: the record that was read last tells of the one before', async () => {
    const ties = startedAgain();
    await judged(ties, 7, record(7, 1));
    expect(await judged(ties, 8, record(8, 2))).toEqual({ take: false, seek: 7n });
    expect(await judged(ties, 7, record(7, 1), record(8, 2))).toEqual({ take: true, skip: 1 });
    expect(await judged(ties, 8, record(8, 2))).toEqual(TAKEN);
    expect(await judged(ties, 8, record(8, 3))).toEqual({ take: false, seek: 7n });
  });

  test('is read from its beginning where another leader has another record in that place', async () => {
    const ties = startedAgain();
    await judged(ties, 7, record(7, 1));
    await judged(ties, 8, record(8, 2));
    expect(await judged(ties, 7, record(7, 2, 'of another log'))).toEqual({ take: false, seek: ENDS.low });
    expect(await judged(ties, 0, record(0, 2))).toEqual(TAKEN);
  });

  test('is looked at from what was taken under the leader before', async () => {
    const ties = startedAgain();
    await judged(ties, 7, record(7, 1), record(8, 1));
    ties.took(TOPIC, PARTITION, record(8, 1));
    expect(await judged(ties, 9, record(9, 2))).toEqual({ take: false, seek: 8n });
    expect(await judged(ties, 8, record(8, 1), record(9, 2))).toEqual({ take: true, skip: 1 });
    ties.took(TOPIC, PARTITION, record(9, 2));
    expect(await judged(ties, 10, record(10, 2))).toEqual(TAKEN);
  });
});
