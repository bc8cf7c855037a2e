import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { testBrokers, testTopicPrefix } from '@ayni/testing-systems/broker';
import { until } from '@ayni/testing/until';
import type { Broker, Carrier, SentPlace, Subscription } from '../src/carrier/carrier.js';
import { KafkaCarrier } from '../src/carrier/kafka.carrier.js';
import type { Dispatch } from '../src/inbox/handler-context.js';
import type { Inbox } from '../src/inbox/inbox.js';
import type { LoggedText } from '../src/outbox/logged-event.js';
import { Relay } from '../src/outbox/relay.js';
import { topicsOfTwo, TwoServices } from './two-services.js';

const SALES = 60;
const EVENTS_PER_SALE = 5;
const SEED = 20_250_701;

/**
 * Carries as Kafka may at its worst: every third record twice, what was sent long ago again, records of different keys
 * in any order. Only the first time each record of a key comes is in the order of its log.
 */
class Disorderly implements Carrier {
  readonly broker: Broker;
  /** How many records it sent that were not asked for. */
  repeated = 0;
  /** How many records overtook one of another key that was before them. */
  overtaken = 0;
  private readonly sent: LoggedText[] = [];
  private state = SEED;

  constructor(private readonly kafka: KafkaCarrier) {
    this.broker = {
      send: (batch) => this.send(batch),
      holds: (places) => kafka.broker.holds(places),
      mend: () => kafka.broker.mend(),
    };
  }

  subscribe(inbox: Inbox): Subscription {
    return this.kafka.subscribe(inbox);
  }

  private async send(batch: readonly LoggedText[]): Promise<readonly SentPlace[]> {
    const places = new Map<string, SentPlace>();
    for (const row of this.mixed(batch)) {
      const again = [row, ...(this.sent.length % 3 === 0 ? [row] : []), ...this.oldRun()];
      this.repeated += again.length - 1;
      this.sent.push(row);
      for (const place of await this.kafka.broker.send(again)) places.set(`${place.topic}/${place.partition}`, place);
    }
    return [...places.values()];
  }

  /** The rows of a batch with those of each key in their order, and the keys in none. */
  private mixed(batch: readonly LoggedText[]): LoggedText[] {
    const keys = new Map<string, LoggedText[]>();
    for (const row of batch) keys.set(row.aggregate, [...(keys.get(row.aggregate) ?? []), row]);
    const mixed: LoggedText[] = [];
    for (const queues = [...keys.values()]; queues.length > 0;) {
      const at = this.upTo(queues.length);
      const [next, ...rest] = queues[at] ?? [];
      if (next) mixed.push(next);
      if (rest.length > 0) queues[at] = rest;
      else queues.splice(at, 1);
    }
    this.overtaken += mixed.filter((row, i) => row.position > (mixed[i + 1]?.position ?? row.position)).length;
    return mixed;
  }

  /** What a relay sends once more that was away for a while: a run of what was sent already, in its order. */
  private oldRun(): LoggedText[] {
    if (this.upTo(4) > 0) return [];
    const from = this.upTo(this.sent.length + 1);
    return this.sent.slice(from, from + this.upTo(12));
  }

  private upTo(end: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * end);
  }
}

let carriers: KafkaCarrier[];
let services: TwoServices;
let disorderly: Disorderly;
let relay: Relay;
let subscriptions: Subscription[];

beforeEach(async () => {
  carriers = [];
  const settings = { brokers: testBrokers().split(','), prefix: testTopicPrefix(), clientId: 'test' };
  const connect = async (): Promise<KafkaCarrier> => {
    const carrier = await KafkaCarrier.connect(settings, await topicsOfTwo(), () => undefined);
    carriers.push(carrier);
    return carrier;
  };
  services = await TwoServices.make(connect);
  disorderly = new Disorderly(await connect());
  relay = new Relay(
    services.salesDatabase.url('relay'),
    disorderly,
    () => undefined,
    () => undefined,
  );
  // with the effect, or not at all: what is done again, since two workers met while they shared out, counts once
  await services.admin.inventory.query('CREATE TABLE handed (n int GENERATED ALWAYS AS IDENTITY, key text)');
  await services.admin.inventory.query('GRANT INSERT ON handed TO inventory_runtime');
  const record: Dispatch = async (type, events, context) => {
    await services.count(type, events, context);
    const keys = events.map(({ aggregate, aggregateseq }) => `${aggregate}#${aggregateseq}`);
    await context.tx.query(
      {
        name: 'test handed',
        text: 'INSERT INTO handed (key) SELECT key FROM unnest($1::text[]) WITH ORDINALITY AS keys (key, n) ORDER BY n',
      },
      [keys],
    );
  };
  // two workers share the partitions
  subscriptions = [disorderly.subscribe(services.inbox(record)), (await connect()).subscribe(services.inbox(record))];
});

afterEach(async () => {
  await relay.stop();
  await Promise.all(subscriptions.map((subscription) => subscription.stop()));
  await services.close();
  await Promise.all(carriers.map((carrier) => carrier.close()));
});

/** What was handed to the application, in that order, as `<aggregate>#<seq>`. */
async function handed(): Promise<string[]> {
  const { rows } = await services.admin.inventory.query<{ key: string }>('SELECT key FROM handed ORDER BY n');
  return rows.map(({ key }) => key);
}

test('records that come twice, long after others or mixed with those of other keys are each applied once, and each aggregate in its order', async () => {
  const names = Array.from({ length: SALES }, (_, n) => `R${n}`);
  for (let seq = 1; seq <= EVENTS_PER_SALE; seq += 1) for (const name of names) await services.sell(name, { seq });
  relay.start();
  await until(async (see) => see((await handed()).length) >= SALES * EVENTS_PER_SALE);
  // one more that comes behind all of the repeats of its partition, for every partition
  const last = Array.from({ length: SALES }, (_, n) => `LAST${n}`);
  for (const name of last) await services.sell(name);
  await until(async (see) => see(Object.keys(await services.counts()).length) === 2 * SALES);

  expect(disorderly.repeated).toBeGreaterThan(SALES);
  expect(disorderly.overtaken).toBeGreaterThan(SALES);
  expect(await services.counts()).toEqual(
    Object.fromEntries([
      ...names.map((name) => [`sale/${name}`, EVENTS_PER_SALE]),
      ...last.map((name) => [`sale/${name}`, 1]),
    ]),
  );
  const applied = await handed();
  for (const name of names)
    expect(applied.filter((key) => key.startsWith(`sale/${name}#`))).toEqual(
      Array.from({ length: EVENTS_PER_SALE }, (_, i) => `sale/${name}#${i + 1}`),
    );
});
