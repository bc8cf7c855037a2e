import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { coopRegistered, saleRecorded, topicOf } from '@ayni/contracts';
import { testBrokers, testTopicPrefix } from '@ayni/testing-systems/broker';
import { until } from '@ayni/testing/until';
import pg from 'pg';
import { ConfigResourceTypes, Kafka, logLevel, type Admin, type Message, type Producer } from 'kafkajs';
import { newCommandId } from '@ayni/database/new-id';
import { toRecord } from '../src/carrier/cloud-event.record.js';
import { KafkaCarrier } from '../src/carrier/kafka.carrier.js';
import type { KafkaSettings } from '../src/carrier/kafka.settings.js';
import { toCloudEvent, type LoggedText } from '../src/outbox/logged-event.js';
import { commitOffsets } from './offsets.js';
import { A_SALE as SALE, topicsOfTwo, TwoServices } from './two-services.js';

const SALES = topicOf(saleRecorded);
const faults: unknown[] = [];
let settings: KafkaSettings;
let services: TwoServices;
let carriers: KafkaCarrier[];

const connect = async (): Promise<KafkaCarrier> => {
  const carrier = await KafkaCarrier.connect(settings, await topicsOfTwo(), (error) => faults.push(error));
  carriers.push(carrier);
  return carrier;
};

beforeEach(async () => {
  carriers = [];
  settings = { brokers: testBrokers().split(','), prefix: testTopicPrefix(), clientId: 'test' };
  services = await TwoServices.make(connect);
});
afterEach(async () => {
  await services.close();
  await Promise.all(carriers.map((carrier) => carrier.close()));
});

const client = (): Kafka => new Kafka({ brokers: [...settings.brokers], clientId: 'test', logLevel: logLevel.NOTHING });
const receipts = (count: number, prefix = 'R'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const once = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [`sale/${name}`, 1]).sort());
const counted = (count: number): Promise<unknown> =>
  until(async (see) => see(Object.keys(await services.counts()).length) === count);

/** All that the broker holds of the sales, by partition, in order. */
async function onTopic(): Promise<{ partition: number; aggregate: string; seq: number }[]> {
  const kafka = client();
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(settings.prefix + SALES);
  await admin.disconnect();
  const total = ends.reduce((sum, { high }) => sum + Number(high), 0);
  // by their places: a member that has to join again is handed what it has not committed once more
  const found = new Map<string, { partition: number; aggregate: string; seq: number }>();
  const consumer = kafka.consumer({ groupId: `${settings.prefix}look`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic: settings.prefix + SALES, fromBeginning: true });
  await consumer.run({
    eachMessage: ({ partition, message }) => {
      const { aggregate, aggregateseq } = JSON.parse(String(message.value)) as {
        aggregate: string;
        aggregateseq: number;
      };
      found.set(`${partition}/${message.offset}`, { partition, aggregate, seq: aggregateseq });
      return Promise.resolve();
    },
  });
  await until((see) => see(found.size) >= total);
  await consumer.disconnect();
  return [...found.values()];
}

/** A sale as its service would log it, of the co-op of the test. */
const logged = (receipt: string, seq = 1): LoggedText => ({
  event_id: newCommandId(),
  coop_id: services.coop,
  aggregate: `sale/${receipt}`,
  seq,
  type: saleRecorded.type,
  command_id: newCommandId(),
  occurred_at: '2026-07-01T12:00:00.000Z',
  data: JSON.stringify({ ...SALE, receipt }),
  traceparent: null,
  position: 1n,
});

async function produce(topic: string, messages: Message[]): Promise<void> {
  const producer: Producer = client().producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  await producer.send({ topic: settings.prefix + topic, messages });
  await producer.disconnect();
}

describe('sending', () => {
  test('what is sold is applied by the other service once, and each aggregate stays in one partition and in order', async () => {
    services.relay();
    services.consume();
    await Promise.all(
      receipts(40).map(async (receipt) => {
        for (let seq = 1; seq <= 5; seq++) await services.sell(receipt, { seq });
      }),
    );
    await until(async () => Object.values(await services.counts()).reduce((sum, n) => sum + n, 0) === 200);
    const records = await onTopic();
    expect(new Set(records.map(({ partition }) => partition)).size).toBeGreaterThan(1);
    for (const receipt of receipts(40)) {
      const own = records.filter(({ aggregate }) => aggregate === `sale/${receipt}`);
      expect(own.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(own.map(({ partition }) => partition)).size).toBe(1);
    }
    expect(services.relayFaults).toEqual([]);
  });

  test('two relays of one service never send at once: the broker gets each event once, and the second takes over', async () => {
    const first = services.relay();
    services.relay();
    services.consume();
    await Promise.all(receipts(100, 'A').map((receipt) => services.sell(receipt)));
    await counted(100);
    await first.stop();
    await Promise.all(receipts(100, 'B').map((receipt) => services.sell(receipt)));
    await counted(200);
    // after a fault a relay may repeat, which is another promise
    expect({ records: (await onTopic()).length, faults: services.relayFaults }).toEqual({ records: 200, faults: [] });
  });

  test('a relay whose connection is cut goes on, and what it repeats is applied once', async () => {
    services.relay();
    services.consume();
    const superuser = new pg.Client({ connectionString: services.salesDatabase.url('superuser') });
    await superuser.connect();
    for (let round = 0; round < 5; round++) {
      const sold = Promise.all(receipts(40, `${round}-`).map((receipt) => services.sell(receipt)));
      await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE '%relay'`,
      );
      await sold;
    }
    await superuser.end();
    await counted(200);
    expect(Object.values(await services.counts()).every((times) => times === 1)).toBe(true);
  });

  test('a door without a relay of its own wakes the relay of another process', async () => {
    services.relay();
    const door = services.relay({ standsBy: true });
    services.consume();
    await services.sell('first');
    await counted(1);
    await services.sell('second');
    door.ring();
    await counted(2);
  });

  test('an event of nearly a megabyte is carried, and many of them in one batch', async () => {
    services.consume();
    const big = (receipt: string): LoggedText => ({
      ...logged(receipt),
      data: JSON.stringify({
        ...SALE,
        receipt,
        market: 'x'.repeat(100),
        lines: Array.from({ length: 6_000 }, (_, i) => ({ ...SALE.lines[0], line: i + 1 })),
      }),
    });
    const batch = receipts(6, 'big').map(big);
    expect(batch[0]?.data.length).toBeGreaterThan(700_000);
    const carrier = await connect();
    await carrier.broker.send(batch);
    await counted(6);
  });
});

describe('receiving', () => {
  test('two workers of one service share its partitions, and one that leaves is replaced, with nothing lost or doubled', async () => {
    services.relay();
    const first = services.consume();
    services.consume(await connect());
    const admin = client().admin();
    await admin.connect();
    await until(async (see) => {
      const { groups } = await admin.describeGroups([`${settings.prefix}ayni.inventory`]);
      const group = see(groups[0]);
      return group?.state === 'Stable' && group.members.length === 2;
    });
    await admin.disconnect();
    await Promise.all(receipts(300, 'A').map((receipt) => services.sell(receipt)));
    await counted(300);
    const more = Promise.all(receipts(300, 'B').map((receipt) => services.sell(receipt)));
    await first.stop();
    await more;
    await counted(600);
    expect(await services.counts()).toEqual(once([...receipts(300, 'A'), ...receipts(300, 'B')]));
  });

  test('what waits for a fact is applied, whichever of two workers gets which first', async () => {
    const facts = receipts(150, 'fact-');
    for (const [i, fact] of facts.entries()) {
      services.rules.set(`sale/early-${i}`, async (event, delivery) => {
        const found = await delivery.tx.query({ name: 'test fact', text: 'SELECT 1 FROM counted WHERE receipt = $1' }, [
          `sale/${fact}`,
        ]);
        if (found.length === 0) delivery.wait(event, fact);
      });
      services.rules.set(`sale/${fact}`, (_event, delivery) => Promise.resolve(delivery.release(fact)));
    }
    services.relay();
    services.consume();
    services.consume(await connect());
    await Promise.all(facts.flatMap((fact, i) => [services.sell(`early-${i}`), services.sell(fact)]));
    await until(async (see) => {
      const states = Object.values(await services.states());
      return see(states.filter((state) => state === 'applied').length) === 300;
    });
    expect(await services.counts()).toEqual(once([...facts, ...receipts(150, 'early-')]));
  });

  test('a batch that takes longer than the group waits for a silent member is not taken from its worker', async () => {
    services.relay();
    services.consume();
    await services.sell('before');
    await counted(1);
    const holder = await services.admin.inventory.connect();
    await holder.query('BEGIN; LOCK TABLE counted IN ACCESS EXCLUSIVE MODE');
    await services.sell('slow');
    const began = performance.now();
    const admin = client().admin();
    await admin.connect();
    const member = async (): Promise<string | undefined> =>
      (await admin.describeGroups([`${settings.prefix}ayni.inventory`])).groups[0]?.members[0]?.memberId;
    const before = await member();
    expect(before).toBeDefined();
    await until(() => performance.now() - began > 12_000);
    expect(await member()).toBe(before);
    await admin.disconnect();
    await holder.query('COMMIT');
    holder.release();
    await counted(2);
    expect(await services.counts()).toEqual(once(['before', 'slow']));
  });

  test('an event of an undeclared type or version is passed over and counted', async () => {
    services.consume();
    const unknown = (type: string): Message => {
      const record = toRecord({ ...logged('unknown'), type });
      return { ...record };
    };
    await produce(SALES, [unknown('ayni.sales.sale-recorded.v99'), unknown('ayni.sales.price-changed.v1')]);
    await produce(SALES, [{ ...toRecord(logged('known')) }]);
    await counted(1);
    // those may be of another partition, which comes when it comes
    await until((see) => see(services.passedOver) >= 2);
    expect(services.parked).toEqual([]);
    expect(services.kept).toEqual([]);
  });

  test('after all of that the operator can read the bytes that were parked', async () => {
    services.consume();
    await produce(SALES, [{ key: 'k', value: 'not an event' }]);
    await until(() => services.kept.length > 0);
    const { rows } = await services.admin.inventory.query<{ topic: string; value: Buffer; reason: string }>(
      'SELECT DISTINCT topic, value, reason FROM parked_records',
    );
    expect(rows.map(({ topic, value }) => [topic, value.toString()])).toEqual([
      [settings.prefix + SALES, 'not an event'],
    ]);
  });
});

describe('an offset counts only with the log that it belongs to', () => {
  /** All in one partition, so that offsets are counted up. */
  const ofOne = (names: readonly string[]): Message[] =>
    names.map((name) => ({ ...toRecord(logged(name)), key: 'one', partition: 0 }));
  const topic = (): string => settings.prefix + SALES;

  async function administer<Result>(work: (admin: Admin) => Promise<Result>): Promise<Result> {
    const admin = client().admin();
    await admin.connect();
    return work(admin).finally(() => admin.disconnect());
  }

  /** As if the group had committed all that is there, in this log or in another one. */
  async function pretendTaken(): Promise<void> {
    const ends = await administer((admin) => admin.fetchTopicOffsets(topic()));
    const partitions = ends.map(({ partition, high }) => ({ partition, offset: high }));
    await commitOffsets(client(), { groupId: `${settings.prefix}ayni.inventory`, topic: topic(), partitions });
  }

  test('what a group’s offset jumped over is applied all the same', async () => {
    const first = services.consume();
    await produce(SALES, ofOne(receipts(5, 'A')));
    await counted(5);
    await first.stop();
    await produce(SALES, ofOne(receipts(8, 'B')));
    await pretendTaken();
    services.consume();
    await counted(13);
    expect(await services.counts()).toEqual(once([...receipts(5, 'A'), ...receipts(8, 'B')]));
  });

  test('a consumer without a memory of the log begins at its beginning, whatever the group’s offsets say', async () => {
    await produce(SALES, ofOne(receipts(6, 'A')));
    await pretendTaken();
    services.consume();
    await counted(6);
  });

  /** The topic anew, as if it stood in another cluster, with a group of the same name that has taken all of it. */
  async function madeAgain(records: readonly Message[]): Promise<KafkaCarrier> {
    await administer((admin) => admin.deleteTopics({ topics: [topic()] }));
    await until(async () => !(await administer((admin) => admin.listTopics())).includes(topic()));
    const carrier = await connect();
    await produce(SALES, [...records]);
    await pretendTaken();
    return carrier;
  }

  /** What was read of the log, and what is written after that or in its place. */
  const logs: [string, (read: Message[], others: Message[]) => Message[]][] = [
    ['holds fewer others, as one that was made again', (_, others) => others.slice(0, 3)],
    ['holds as many others', (_, others) => others.slice(0, 5)],
    ['holds more others', (_, others) => others],
    [
      'begins as before and ends otherwise, as after an unclean election',
      (read, others) => [...read.slice(0, 3), ...others],
    ],
    ['lost its end and went on', (read, others) => [...read.slice(0, 2), ...others.slice(0, 3)]],
    ['begins later, as a mirror', (read, others) => [...read.slice(3), ...others]],
    [
      'begins with others, as one that two were merged into',
      (read, others) => [...others.slice(0, 4), ...read, ...others.slice(4)],
    ],
    ['has each record twice, as a mirror that was started again', (read, others) => [...read, ...read, ...others]],
  ];

  test.each(logs)('a log that %s is read so that each event is applied once', async (_, records) => {
    const first = services.consume();
    const read = ofOne(receipts(5, 'A'));
    await produce(SALES, read);
    await counted(5);
    await first.stop();
    const others = ofOne(receipts(8, 'B'));
    const log = records(read, others);
    const carrier = await madeAgain(log);
    services.consume(carrier);
    const fresh = receipts(8, 'B').filter((_name, i) => others[i] !== undefined && log.includes(others[i]));
    await counted(5 + fresh.length);
    expect(await services.counts()).toEqual(once([...receipts(5, 'A'), ...fresh]));
    expect(services.kept).toEqual([]);
  });

  test('the same log goes on where it was, and nothing is handed over twice', async () => {
    const first = services.consume();
    await produce(SALES, ofOne(receipts(5, 'A')));
    await counted(5);
    await first.stop();
    services.batches.length = 0;
    services.consume();
    await produce(SALES, ofOne(receipts(2, 'B')));
    await counted(7);
    expect(services.batches.reduce((sum, size) => sum + size, 0)).toBe(2);
  });
});

describe('a topic that is not as declared', () => {
  const topic = (): string => settings.prefix + SALES;
  let admin: Admin;
  beforeEach(async () => {
    admin = client().admin();
    await admin.connect();
  });
  afterEach(() => admin.disconnect());

  const sent = (count: number): Promise<unknown> =>
    until(async (see) => {
      const { rows } = await services.admin.sales.query<{ sent: string }>('SELECT sent FROM relay_mark');
      return see(Number(rows[0]?.sent)) === count;
    });

  test('whose records were deleted before they were read is filled again from the log of its service', async () => {
    const first = services.relay();
    for (const receipt of receipts(20)) await services.sell(receipt);
    await sent(20);
    await first.stop();
    const ends = await admin.fetchTopicOffsets(topic());
    await admin.deleteTopicRecords({
      topic: topic(),
      partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
    });
    services.consume();
    services.relay();
    await counted(20);
    expect(await services.counts()).toEqual(once(receipts(20)));
    expect(services.relayFaults.map(String)).toEqual([expect.stringContaining('sent again from its beginning')]);
    // what was lost once is not sent again and again
    services.relayFaults.length = 0;
    const held = await (await connect()).broker.holds([]);
    expect([held, services.relayFaults]).toEqual([true, []]);
  });

  test.each([
    ['retention.ms', '3600000', '-1'],
    ['cleanup.policy', 'compact', 'delete'],
    ['compression.type', 'zstd', 'uncompressed'],
    ['max.message.bytes', '1000', '2097152'],
  ])('but has %s %s is set again, with a sentence, and keeps what else it was given', async (name, wrong, right) => {
    const set = [
      { name, value: wrong },
      { name: 'segment.ms', value: '1234567' },
    ];
    const resource = { type: ConfigResourceTypes.TOPIC, name: topic() };
    await admin.alterConfigs({ validateOnly: false, resources: [{ ...resource, configEntries: set }] });
    const found = async (): Promise<Record<string, string>> => {
      const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false });
      return Object.fromEntries(resources[0]?.configEntries.map((one) => [one.configName, one.configValue]) ?? []);
    };
    // the broker answers before every part of it knows
    await until(async (see) => see((await found())[name]) === wrong);
    services.relay();
    await until(async (see) => see((await found())[name]) === right);
    expect(await found()).toMatchObject({ [name]: right, 'segment.ms': '1234567' });
    await until((see) => see(services.relayFaults.map(String)).some((text) => text.includes(`${name} ${wrong}`)));
    services.consume();
    await services.sell('R0');
    await counted(1);
  });
});

describe('what cannot be read or kept as what it is', () => {
  const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const nested = (receipt: string, depth: number): Message => ({
    ...toRecord({ ...logged(receipt), data: deep(depth) }),
    key: `${services.coop}:sale/${receipt}`,
  });

  test.each([5_000, 200_000])(
    'an event whose data are nested %i deep is parked as it came, and others go on',
    async (depth) => {
      services.consume();
      const bad = nested('bad', depth);
      await produce(SALES, [
        bad,
        { ...toRecord(logged('bad', 2)), key: bad.key ?? '' },
        { ...toRecord(logged('good')) },
      ]);
      await until(async (see) => Object.keys(see(await services.states())).length === 3);
      expect(await services.states()).toEqual({
        'sale/bad#1': 'parked',
        'sale/bad#2': 'parked',
        'sale/good#1': 'applied',
      });
      const { rows } = await services.admin.inventory.query<{ raw: Buffer }>(
        `SELECT raw FROM inbox WHERE aggregate = 'sale/bad' AND seq = 1`,
      );
      expect(rows[0]?.raw.toString()).toBe(bad.value);
    },
  );

  test('an event that cannot even be parked is kept as bytes, and the consumer goes on', async () => {
    await services.admin.inventory.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not here'; END $$;
       CREATE TRIGGER refuse BEFORE UPDATE ON inbox FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    services.faults.set('sale/bad#1', () => {
      throw new TypeError('a bug');
    });
    services.consume();
    await produce(SALES, [{ ...toRecord(logged('bad')) }, { ...toRecord(logged('good')) }]);
    await until((see) => see(services.kept).length > 0);
    await counted(1);
    expect(services.kept[0]?.reason.en).toBe('a bug; nor can it be parked: not here');
  });

  test('another event under a known id is kept and told, and the first one stands', async () => {
    services.consume();
    const first = logged('known');
    const other = { ...first, data: JSON.stringify({ ...SALE, receipt: 'known', total: '1.00' }) };
    await produce(SALES, [{ ...toRecord(first) }, { ...toRecord(first) }]);
    await counted(1);
    await produce(SALES, [{ ...toRecord(other) }]);
    await until((see) => see(services.kept).length > 0);
    expect(services.kept.map(({ reason }) => reason.en)).toEqual([
      `another event is known under the id ${first.event_id}`,
    ]);
    expect(await services.counts()).toEqual(once(['known']));
  });

  test('batches in every compression that a broker may be set to are read, wherever they come from', async () => {
    const admin = client().admin();
    await admin.connect();
    const compress = (how: string): Promise<unknown> =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: settings.prefix + SALES,
            configEntries: [{ name: 'compression.type', value: how }],
          },
        ],
      });
    services.consume();
    const told: string[] = [];
    for (const how of ['zstd', 'lz4', 'snappy', 'gzip', 'uncompressed']) {
      await compress(how);
      const names = receipts(40, how);
      told.push(...names);
      await produce(
        SALES,
        names.map((name): Message => ({ ...toRecord(logged(name)), partition: 0 })),
      );
      await counted(told.length);
    }
    await admin.disconnect();
    expect(await services.counts()).toEqual(once(told));
    expect(services.kept).toEqual([]);
  });
});

/** Twenty ways in which a record can be bad; what stands behind `sale/bad` waits behind it where it is an event. */
describe('a record that is', () => {
  const envelope = (change: Record<string, unknown>): string =>
    JSON.stringify({ ...toCloudEvent({ ...logged('bad'), data: SALE }), ...change });
  const without = (name: string): string => {
    const { [name]: _, ...rest } = JSON.parse(envelope({})) as Record<string, unknown>;
    return JSON.stringify(rest);
  };
  const data = (change: Record<string, unknown>): string => envelope({ data: { ...SALE, ...change } });

  const bytes: [string, () => Buffer | string | null][] = [
    ['empty', () => null],
    ['of no bytes', () => ''],
    ['not JSON', () => '{"specversion":'],
    ['not UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['binary with a schema id', () => Buffer.from([0, 0, 0, 0, 1, 2, 3])],
    ['a JSON list', () => '[]'],
    ['a JSON number', () => '9007199254740993'],
    ['without an id', () => without('id')],
    ['with an id that is no UUID', () => envelope({ id: '42' })],
    ['of no co-op', () => envelope({ coopid: null })],
    ['of no command', () => without('commandid')],
    ['out of the order of integers', () => envelope({ aggregateseq: 2 ** 53 })],
    ['with a place before the first', () => envelope({ aggregateseq: 0 })],
    ['with an aggregate that holds a NUL', () => envelope({ aggregate: 'sale/\u0000' })],
    ['of another specification', () => envelope({ specversion: '0.3' })],
    ['without data', () => without('data')],
    ['of a type that belongs on another topic', () => envelope({ type: coopRegistered.type })],
  ];
  const events: [string, () => string][] = [
    ['a sale with a number where text is asked for', () => data({ total: 96 })],
    ['a sale without lines', () => data({ lines: [] })],
    ['a sale without a currency', () => data({ currency: undefined })],
    ['a sale with a quantity that is no number', () => data({ lines: [{ ...SALE.lines[0], quantity: 'NaN' }] })],
    ['a sale whose data are nothing', () => envelope({ data: null })],
    ['a sale on a day that is none', () => data({ day: 'yesterday' })],
  ];

  test('no event is parked with its bytes, whichever of the 17 kinds it is, and nothing waits behind it', async () => {
    services.consume();
    const key = `${services.coop}:sale/bad`;
    const sent = bytes.map(([, make]) => make());
    await produce(SALES, [
      ...sent.map((value): Message => ({ key, value })),
      { ...toRecord(logged('bad')), key },
      { ...toRecord(logged('good')) },
    ]);
    await counted(2);
    // a broker that is asked twice keeps a record twice: what counts is which bytes were kept
    const expected = new Set(sent.map((value) => Buffer.from(value ?? '').toString('base64')));
    const kept = async (): Promise<Set<string>> => {
      const { rows } = await services.admin.inventory.query<{ value: Buffer | null }>(
        'SELECT value FROM parked_records',
      );
      return new Set(rows.map(({ value }) => (value ?? Buffer.of()).toString('base64')));
    };
    await until(async (see) => see(await kept()).size >= expected.size);
    expect(await kept()).toEqual(expected);
    expect(await services.counts()).toEqual(once(['bad', 'good']));
    expect(services.kept.every(({ reason }) => reason.es !== '')).toBe(true);
  });

  test.each(events)('%s is parked, later events of its aggregate behind it, and others go on', async (_kind, make) => {
    services.consume();
    const key = `${services.coop}:sale/bad`;
    await produce(SALES, [
      { key, value: make() },
      { ...toRecord(logged('bad', 2)), key },
      { ...toRecord(logged('good')) },
    ]);
    await until(async () => Object.keys(await services.states()).length === 3);
    expect(await services.states()).toEqual({
      'sale/bad#1': 'parked',
      'sale/bad#2': 'parked',
      'sale/good#1': 'applied',
    });
  });
});
