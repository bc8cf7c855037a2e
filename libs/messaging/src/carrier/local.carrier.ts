import { ask } from '@ayni/database/ask';
import { PIPELINED } from '@ayni/database/connection';
import pg from '@ayni/database/driver';
import type { Statement } from '@ayni/database/statement';
import { letBatchGrow } from '../let-batch-grow.js';
import { Loop } from '../loop.js';
import type { Inbox } from '../inbox/inbox.js';
import { PLANNED_ONCE } from '../outbox/planned-once.js';
import { LOGGED_COLUMNS, toCloudEvent, type LoggedEvent } from '../outbox/logged-event.js';
import type { Carrier, Numbered, Subscription } from './carrier.js';

const BATCH_MAX = 500;
const IDLE_MS = 5_000;
const RETRY_MS = 1_000;

const readLog = {
  name: 'local read',
  text: `SELECT ${LOGGED_COLUMNS} FROM outbox
         WHERE position > $1 AND position <= (SELECT sent FROM relay_mark) AND type = ANY($2)
         ORDER BY position LIMIT ${BATCH_MAX}`,
};

const readIdAt = { name: 'local id', text: 'SELECT event_id FROM outbox WHERE position = $1' };

const readMark = { name: 'local mark', text: 'SELECT sent FROM relay_mark' };

/**
 * The laptop's carrier: each consumer reads the outbox logs themselves, by position, under the
 * relay's role, with a position of its own that commits with its effect. One stuck consumer stops
 * no other.
 */
export class LocalCarrier implements Carrier {
  private readonly logs: Map<string, Log>;
  private readonly subscriptions = new Set<LocalSubscription>();

  constructor(
    /** By service: a connection string of its relay role. */
    urls: ReadonlyMap<string, string>,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.logs = new Map([...urls].map(([service, url]) => [service, new Log(url)]));
  }

  /** Wakes the consumers whom it concerns that the log of `service` has grown. */
  ring(service: string, numbered: Numbered): void {
    for (const subscription of this.subscriptions) subscription.ring(service, numbered);
  }

  subscribe(inbox: Inbox): Subscription {
    const subscription = new LocalSubscription(inbox, this.logs, this.onFault);
    this.subscriptions.add(subscription);
    subscription.start();
    return subscription;
  }

  /** Closes the connections to the logs; all subscriptions have stopped. */
  async close(): Promise<void> {
    await Promise.all([...this.logs.values()].map((log) => log.close()));
  }
}

/** A connection to one service's log, made when it is first read and again after a fault. */
class Log {
  private client: Promise<pg.Client> | undefined;

  constructor(private readonly url: string) {}

  async after(position: bigint, types: readonly string[]): Promise<{ events: LoggedEvent[]; mark: bigint }> {
    // the mark first: what comes between the two reads is seen again, never jumped over
    const [mark, events] = await Promise.all([this.mark(), this.ask<LoggedEvent>(readLog, [position, types])]);
    return { events, mark };
  }

  /** Whether the log has an event at a position, and it is this one. */
  async has(position: bigint, id: string): Promise<boolean> {
    const [row] = await this.ask<{ event_id: string }>(readIdAt, [position]);
    return row?.event_id === id;
  }

  async mark(): Promise<bigint> {
    const [row] = await this.ask<{ sent: bigint }>(readMark, []);
    return row?.sent ?? 0n;
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    await client?.end();
  }

  private async ask<Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    this.client ??= this.connect();
    try {
      return await ask<Row>(await this.client, statement, values);
    } catch (error) {
      await this.close().catch(() => undefined);
      throw error;
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'ayni local carrier',
      ...PIPELINED,
      options: PLANNED_ONCE,
    });
    client.on('error', () => (this.client = undefined));
    await client.connect();
    return client;
  }
}

class LocalSubscription implements Subscription {
  private readonly loop: Loop;
  private readonly positions = new Map<string, bigint>();
  private readonly types: readonly string[];
  private readonly sources: ReadonlyMap<string, Log>;
  /** The sources that may hold something new. */
  private readonly due = new Set<string>();

  constructor(
    private readonly inbox: Inbox,
    logs: ReadonlyMap<string, Log>,
    onFault: (error: unknown) => void,
  ) {
    this.loop = new Loop(() => this.step(), onFault, RETRY_MS);
    this.types = [...inbox.types];
    this.sources = new Map(
      [...logs].filter(([service]) => this.types.some((type) => type.startsWith(`ayni.${service}.`))),
    );
  }

  start(): void {
    this.lookEverywhere();
    this.loop.start();
  }

  ring(service: string, { after, upTo, types }: Numbered): void {
    if (!this.sources.has(service)) return;
    if (this.positions.get(service) === after && !types.some((type) => this.inbox.types.has(type))) {
      this.positions.set(service, upTo); // passed over, and not read for it
      return;
    }
    this.due.add(service);
    this.loop.ring();
  }

  async stop(): Promise<void> {
    this.inbox.stop();
    await this.loop.stop();
  }

  async lag(): Promise<ReadonlyMap<string, number>> {
    const lags = new Map<string, number>();
    for (const [source, log] of this.sources) {
      const behind = (await log.mark()) - (this.positions.get(source) ?? (await this.inbox.positionIn(source)));
      lags.set(source, Number(behind));
    }
    return lags;
  }

  private async step(): Promise<void> {
    if (this.due.size === 0) {
      const rung = await this.loop.wait(IDLE_MS);
      if (!rung) this.lookEverywhere();
    }
    const { applied, more } = await this.readDue();
    if (applied > 0 && !more) await letBatchGrow(this.loop, applied);
  }

  /** Somebody may have written without a ring. */
  private lookEverywhere(): void {
    for (const source of this.sources.keys()) this.due.add(source);
  }

  /** Where reading begins: behind the last event that was taken, if the log still has that very one there; else all over. */
  private async startIn(source: string, log: Log): Promise<bigint> {
    const position = await this.inbox.positionIn(source);
    const last = (await this.inbox.lastRecords()).find(({ topic }) => topic === placeIn(source).topic);
    return last && !(await log.has(last.offset, last.digest)) ? 0n : position;
  }

  /** One batch of each source that is due; of a full one there is more. */
  private async readDue(): Promise<{ applied: number; more: boolean }> {
    let applied = 0;
    let more = false;
    for (const source of [...this.due]) {
      const log = this.sources.get(source);
      if (!log || this.loop.isStopped) continue;
      this.due.delete(source);
      try {
        const read = await this.readBatch(source, log);
        applied += read.applied;
        if (!read.more) continue;
        more = true;
        this.due.add(source);
      } catch (error) {
        this.due.add(source);
        throw error;
      }
    }
    return { applied, more };
  }

  private async readBatch(source: string, log: Log): Promise<{ applied: number; more: boolean }> {
    const position = this.positions.get(source) ?? (await this.startIn(source, log));
    const { events, mark } = await log.after(position, this.types);
    if (mark < position) {
      // what is in its place now is another log
      this.positions.set(source, 0n);
      return { applied: 0, more: true };
    }
    const full = events.length === BATCH_MAX;
    const latest = events.at(-1);
    const last = latest?.position ?? position;
    const upTo = full || last > mark ? last : mark;
    // what was passed over moves the position only with the next event or in memory: reading it again costs nothing
    if (latest)
      await this.inbox.take(
        events.map((row) => ({ source, position: row.position, event: toCloudEvent(row) })),
        { mark: { source, position: upTo }, last: [{ ...placeIn(source), offset: last, digest: latest.event_id }] },
      );
    this.positions.set(source, upTo);
    return { applied: events.length, more: full };
  }
}

/** A log that is read by position has one partition, under its service's name. */
const placeIn = (source: string): { readonly topic: string; readonly partition: number } => ({
  topic: source,
  partition: 0,
});
