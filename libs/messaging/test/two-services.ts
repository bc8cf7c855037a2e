import { saleRecorded, saleReversed, type CloudEvent, type DataOf } from '@ayni/contracts';
import { parseCoopId, type CoopId } from '@ayni/kernel';
import { testDatabase, type TestDatabase } from '@ayni/testing-systems/test-database';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { KafkaCarrier } from '../src/carrier/kafka.carrier.js';
import { connectionOptions } from '@ayni/database/connection';
import { Database } from '@ayni/database/database';
import { outbox } from '../src/outbox/outbox.js';
import { newCommandId, newCoopId } from '@ayni/database/new-id';
import { tenantTable } from '@ayni/database/tenant-table';
import type { Carrier, Subscription } from '../src/carrier/carrier.js';
import { LocalCarrier } from '../src/carrier/local.carrier.js';
import { readTopics, type TopicDeclaration } from '../src/carrier/topics.js';
import type { Dispatch, HandlerContext } from '../src/inbox/handler-context.js';
import type { BadRecord } from '../src/inbox/arrival.js';
import { Inbox, type InboxObserver } from '../src/inbox/inbox.js';
import { OutboxEntity } from '../src/outbox/outbox.entity.js';
import { Relay } from '../src/outbox/relay.js';
import { brokerTables, placeTables, spineTables } from '../src/spine-tables.js';

export const A_SALE: DataOf<typeof saleRecorded> = {
  receipt: 'R1',
  soldAt: '2025-07-01T18:12:00.000Z',
  day: '2025-07-01',
  market: 'Villa Dolores',
  payment: 'cash',
  currency: 'BOB',
  total: '96.00',
  lines: [
    {
      line: 1,
      product: 'LETTUCE',
      quantity: '4',
      unit: 'amarro',
      stockUnit: 'piece',
      stockQuantity: '48',
      unitPrice: '24.00',
      amount: '96.00',
    },
  ],
};

const OF_TWO = /^ayni\.(?:sales\.|members\.coops$)/;

/** The declared topics that the two write and read: a broker takes its time to make those of all five services. */
export const topicsOfTwo = async (): Promise<readonly TopicDeclaration[]> =>
  (await readTopics()).filter(({ name }) => OF_TWO.test(name));

const counted = {
  name: 'test count',
  text: `INSERT INTO counted (coop_id, receipt, times) VALUES ($1, $2, 1)
         ON CONFLICT (coop_id, receipt) DO UPDATE SET times = counted.times + 1`,
};

/**
 * Two databases as the product has them: `sales` writes, `inventory` applies by counting each
 * receipt. What a test does to one event is in `faults`.
 */
export class TwoServices {
  readonly coop: CoopId = newCoopId();
  readonly faults = new Map<string, (event: CloudEvent, context: HandlerContext) => void>();
  /** What a handler asks of the database before it counts an aggregate's event. */
  readonly rules = new Map<string, (event: CloudEvent, context: HandlerContext) => Promise<void>>();
  readonly batches: number[] = [];
  /** Of each batch, whether something was published in it. */
  readonly published: boolean[] = [];
  readonly parked: string[] = [];
  readonly kept: BadRecord[] = [];
  readonly relayFaults: unknown[] = [];
  retries = 0;
  passedOver = 0;
  private readonly open: { stop(): Promise<void> }[] = [];

  private constructor(
    readonly salesDatabase: TestDatabase,
    readonly inventoryDatabase: TestDatabase,
    private readonly sources: { sales: DataSource; inventory: DataSource },
    readonly sales: Database,
    readonly inventory: Database,
    readonly carrier: LocalCarrier | KafkaCarrier,
    readonly admin: { sales: pg.Pool; inventory: pg.Pool },
  ) {}

  static async make(connect?: () => Promise<KafkaCarrier>): Promise<TwoServices> {
    const [salesDatabase, inventoryDatabase] = await Promise.all([testDatabase('sales'), testDatabase('inventory')]);
    const admin = {
      sales: new pg.Pool({ connectionString: salesDatabase.url('migrator') }),
      inventory: new pg.Pool({ connectionString: inventoryDatabase.url('migrator') }),
    };
    for (const text of [...spineTables('sales'), ...brokerTables('sales'), ...placeTables('sales')])
      await admin.sales.query(text);
    for (const text of [
      ...spineTables('inventory'),
      ...brokerTables('inventory'),
      ...placeTables('inventory'),
      'CREATE TABLE counted (coop_id uuid, receipt text, times int, PRIMARY KEY (coop_id, receipt))',
      ...tenantTable('inventory', 'counted', ['UPDATE']),
    ])
      await admin.inventory.query(text);
    const source = (database: TestDatabase): Promise<DataSource> =>
      new DataSource({
        type: 'postgres',
        url: database.url('runtime'),
        entities: [OutboxEntity],
        poolSize: 12,
        // who sells waits for a connection however long it takes: hundreds may sell at once on a slow machine
        extra: { ...connectionOptions, connectionTimeoutMillis: 0 },
      }).initialize();
    const sources = { sales: await source(salesDatabase), inventory: await source(inventoryDatabase) };
    const now = (): Date => new Date('2026-07-01T12:00:00Z');
    return new TwoServices(
      salesDatabase,
      inventoryDatabase,
      sources,
      new Database(sources.sales, now, outbox),
      new Database(sources.inventory, now, outbox),
      (await connect?.()) ?? new LocalCarrier(new Map([['sales', salesDatabase.url('relay')]]), () => undefined),
      admin,
    );
  }

  relay({ standsBy = false } = {}): Relay {
    const relay: Relay = new Relay(
      this.salesDatabase.url('relay'),
      this.carrier,
      (numbered) => 'ring' in this.carrier && this.carrier.ring('sales', numbered),
      (error) => this.relayFaults.push(error),
      standsBy,
    );
    relay.start();
    this.open.push(relay);
    return relay;
  }

  consume(carrier: Carrier = this.carrier): Subscription {
    const subscription = carrier.subscribe(this.inbox());
    this.open.push(subscription);
    return subscription;
  }

  inbox(dispatch: Dispatch = this.count): Inbox {
    const observer: InboxObserver = {
      applied: (_consumer, batch, { published }) => {
        this.batches.push(batch.length);
        this.published.push(published);
      },
      retrying: () => (this.retries += 1),
      parked: (_consumer, event) => this.parked.push(event.aggregate),
      passedOver: (_consumer, count) => (this.passedOver += count),
      kept: (_consumer, record) => this.kept.push(record),
    };
    return new Inbox('inventory', new Set([saleRecorded.type]), this.inventory, dispatch, observer);
  }

  /** Sells in a transaction of its own; an aggregate's later events have higher `seq`. */
  sell(receipt: string, { seq = 1, coop = this.coop }: { seq?: number; coop?: CoopId } = {}): Promise<void> {
    return this.sales.transaction(coop, newCommandId(), { lock: 'shared' }, (tx) => {
      tx.publish(saleRecorded, `sale/${receipt}`, seq, { ...A_SALE, receipt });
      return Promise.resolve();
    });
  }

  /** Takes a sale back, which inventory does not listen to here. */
  takeBack(receipt: string, seq: number): Promise<void> {
    return this.sales.transaction(this.coop, newCommandId(), { lock: 'shared' }, (tx) => {
      tx.publish(saleReversed, `sale/${receipt}`, seq, { ...A_SALE, receipt, reason: 'a test' });
      return Promise.resolve();
    });
  }

  /** How often each receipt was counted, of all co-ops. */
  async counts(): Promise<Record<string, number>> {
    const { rows } = await this.admin.inventory.query<{ receipt: string; times: number }>(
      'SELECT receipt, times FROM counted ORDER BY receipt',
    );
    return Object.fromEntries(rows.map(({ receipt, times }) => [receipt, times]));
  }

  async states(): Promise<Record<string, string>> {
    const { rows } = await this.admin.inventory.query<{ key: string; state: string }>(
      `SELECT aggregate || '#' || seq AS key, state FROM inbox ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({ key, state }) => [key, state]));
  }

  /** Whether anybody of inventory waits for a lock of a co-op. */
  async isWaitingForLock(): Promise<boolean> {
    const { rows } = await this.admin.inventory.query(
      `SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return rows.length > 0;
  }

  /** The log as the relay numbered it. */
  async log(): Promise<{ position: bigint; aggregate: string; seq: number }[]> {
    const { rows } = await this.admin.sales.query<{ position: bigint; aggregate: string; seq: number }>(
      'SELECT position, aggregate, seq FROM outbox WHERE position IS NOT NULL ORDER BY position',
    );
    return rows;
  }

  async stop(): Promise<void> {
    for (const running of this.open.splice(0)) await running.stop();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.carrier.close();
    await Promise.all([
      this.sources.sales.destroy(),
      this.sources.inventory.destroy(),
      this.admin.sales.end(),
      this.admin.inventory.end(),
    ]);
    await Promise.all([this.salesDatabase.drop(), this.inventoryDatabase.drop()]);
  }

  readonly count: Dispatch = async (_type, events, context) => {
    for (const event of events) {
      this.faults.get(`${event.aggregate}#${event.aggregateseq}`)?.(event, context);
      await this.rules.get(event.aggregate)?.(event, context);
      if (!context.waits.has(event.id)) await context.tx.query(counted, [parseCoopId(event.coopid), event.aggregate]);
    }
  };
}
