import { ask } from '@ayni/database/ask';
import { PIPELINED } from '@ayni/database/connection';
import pg from '@ayni/database/driver';
import type { Broker, Carrier, Numbered, SentPlace } from '../carrier/carrier.js';
import { letBatchGrow } from '../let-batch-grow.js';
import { Loop } from '../loop.js';
import { PLANNED_ONCE } from './planned-once.js';
import { atMoment } from '../moments.js';
import { LOGGED_TEXT_COLUMNS, type LoggedText } from './logged-event.js';

/** The session lock that makes one relay of a service the active one. */
const RELAY_LOCK = 4_201_001;
/** Where the relays of a service's other processes tell the active one that they wrote. */
const CHANNEL = 'ayni_outbox';
/** Where the active relay tells those of the service's other processes that more can be read. */
const SENT_CHANNEL = 'ayni_sent';
const BATCH_MAX = 1_000;
const IDLE_MS = 500;
const RETRY_MS = 1_000;
/** A standing-by relay passes rings on at most so often. */
const PASS_ON_MS = 5;
/** How often an idle relay looks whether the broker still holds what it acknowledged. */
const LOOK_MS = 10_000;

const assign = {
  name: 'relay assign',
  text: `
    WITH mark AS (SELECT assigned FROM relay_mark FOR UPDATE),
    waiting AS (
      SELECT id, row_number() OVER (ORDER BY id) AS n
      FROM (SELECT id FROM outbox WHERE position IS NULL ORDER BY id LIMIT ${BATCH_MAX}) AS oldest
    ),
    moved AS (
      UPDATE outbox SET position = mark.assigned + waiting.n FROM waiting, mark
      WHERE outbox.id = waiting.id RETURNING type
    )
    UPDATE relay_mark SET assigned = assigned + (SELECT count(*) FROM moved),
      sent = CASE WHEN $1 THEN assigned + (SELECT count(*) FROM moved) ELSE sent END
    WHERE EXISTS (SELECT 1 FROM moved)
    RETURNING assigned AS "upTo", (SELECT count(*)::int FROM moved) AS moved, ARRAY(SELECT DISTINCT type FROM moved) AS types`,
};

const unsent = {
  name: 'relay unsent',
  text: `SELECT ${LOGGED_TEXT_COLUMNS} FROM outbox
         WHERE position > GREATEST($1, (SELECT sent FROM relay_mark))
           AND position <= (SELECT assigned FROM relay_mark)
         ORDER BY position LIMIT ${BATCH_MAX}`,
};

const markSent = {
  name: 'relay sent',
  text: `WITH places AS (
           INSERT INTO relay_places (topic, partition, record_offset, low, cluster)
           SELECT * FROM unnest($2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::text[])
           ON CONFLICT (topic, partition) DO UPDATE
             SET record_offset = excluded.record_offset, low = excluded.low, cluster = excluded.cluster
         )
         UPDATE relay_mark SET sent = $1`,
};

const readPlaces = {
  name: 'relay places',
  text: 'SELECT topic, partition, record_offset AS "offset", low, cluster FROM relay_places',
};

const forget = 'WITH forgotten AS (DELETE FROM relay_places) UPDATE relay_mark SET sent = 0 WHERE sent > 0';

/**
 * Gives the waiting rows of one service's outbox their dense positions and hands them on in that
 * order. Only one relay of a service is active: it holds a session lock, and who does not get it
 * stands by. One that lost the lock with its connection can only repeat what the next one sends as well.
 */
export class Relay {
  // whatever fails, the rows are still there: a relay that gave up would hold back everybody's events
  private readonly loop: Loop;
  private client: pg.Client | undefined;
  private isActive = false;
  private lookedAt = 0;

  constructor(
    /** A connection string of the service's relay role. */
    private readonly url: string,
    private readonly carrier: Carrier,
    /** Called after positions were given out. */
    private readonly onMoved: (numbered: Numbered) => void,
    private readonly onFault: (error: unknown) => void,
    /** One that only stands by passes on that its process wrote something. */
    private readonly standsBy = false,
    /** Called when more can be read of the log, whichever relay sent it. */
    private readonly onSent: () => void = () => undefined,
  ) {
    this.loop = new Loop(() => this.step(), onFault, RETRY_MS);
  }

  start(): void {
    this.loop.start();
  }

  /** A commit wrote to the outbox. */
  ring(): void {
    this.loop.ring();
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await this.disconnect();
  }

  private async step(): Promise<void> {
    try {
      const client = this.client ?? (await this.connect());
      this.isActive ||= await this.takeOver(client);
      if (this.isActive) await this.move(client);
      else await this.passOn(client);
    } catch (error) {
      await this.disconnect();
      throw error;
    }
  }

  private async connect(): Promise<pg.Client> {
    // a plain index scan passes over the entries of rows that no longer wait; a bitmap reads them all again each time
    const options = `-c enable_bitmapscan=off ${PLANNED_ONCE}`;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'ayni relay',
      ...PIPELINED,
      options,
    });
    client.on('error', (error) => this.onFault(error));
    client.on('notification', ({ channel }) => {
      if (channel === SENT_CHANNEL) this.onSent();
      else this.loop.ring();
    });
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${SENT_CHANNEL}`);
    return client;
  }

  /** Gives up the lock with the connection. */
  private async disconnect(): Promise<void> {
    this.isActive = false;
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** @returns whether this relay is the active one from now on */
  private async takeOver(client: pg.Client): Promise<boolean> {
    if (this.standsBy || !(await this.elected(client))) return false;
    await client.query(`LISTEN ${CHANNEL}; UNLISTEN ${SENT_CHANNEL}`);
    const { broker } = this.carrier;
    if (broker) await this.sendRest(client, broker);
    return true;
  }

  /** Tells the active relay of what the own process wrote. */
  private async passOn(client: pg.Client): Promise<void> {
    await this.loop.wait(RETRY_MS);
    await client.query(`NOTIFY ${CHANNEL}`);
    await this.loop.pause(PASS_ON_MS);
  }

  /** One batch: positions, then the carrier, then the mark; a crash in between sends again. */
  private async move(client: pg.Client): Promise<void> {
    const { broker } = this.carrier;
    const numbered = await this.number(client);
    if (numbered) {
      if (broker) await this.sendWaiting(client, broker);
      this.onMoved(numbered);
      await this.tellSent(client);
    }
    const moved = numbered?.moved ?? 0;
    if (moved < BATCH_MAX) {
      if (moved > 0) await letBatchGrow(this.loop, moved);
      await this.loop.wait(IDLE_MS);
    }
    if (broker && performance.now() - this.lookedAt > LOOK_MS) await this.sendRest(client, broker);
  }

  private async tellSent(client: pg.Client): Promise<void> {
    this.onSent();
    // without a broker there is one process and nobody else to tell
    if (this.carrier.broker) await client.query(`NOTIFY ${SENT_CHANNEL}`);
  }

  private async elected(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [RELAY_LOCK]);
    return rows[0]?.held === true;
  }

  /** Gives a batch of waiting rows their positions; there may be none. */
  private async number(client: pg.Client): Promise<(Numbered & { readonly moved: number }) | undefined> {
    const values = [this.carrier.broker === undefined];
    const [numbered] = await ask<{ upTo: bigint; moved: number; types: string[] }>(client, assign, values);
    if (!numbered) return undefined;
    await atMoment('relay:numbered', () => []);
    return { ...numbered, after: numbered.upTo - BigInt(numbered.moved) };
  }

  /** Sends what has a position but was not acknowledged yet: all of the log, where the broker has lost its end. */
  private async sendRest(client: pg.Client, broker: Broker): Promise<void> {
    const places = await ask<SentPlace>(client, readPlaces);
    const lost = !(await broker.holds(places)) || places.length === 0;
    this.lookedAt = performance.now();
    if (lost && (await client.query(forget)).rowCount)
      this.onFault(
        new Error('The broker does not hold what it acknowledged; the log is sent again from its beginning'),
      );
    // only now: of what is put right nobody could tell any more that something was lost
    for (const sentence of await broker.mend()) this.onFault(new Error(sentence));
    await this.sendWaiting(client, broker);
  }

  /** Sends in order, one batch after the other; while the broker takes one, PostgreSQL makes the next one ready. */
  private async sendWaiting(client: pg.Client, broker: Broker): Promise<void> {
    let rows = await this.read(client, 0n);
    for (let last = rows.at(-1); last && !this.loop.isStopped; last = rows.at(-1)) {
      const { position } = last;
      const next = rows.length === BATCH_MAX ? this.number(client).then(() => this.read(client, position)) : undefined;
      // if sending fails, that says why
      next?.catch(() => undefined);
      const types = rows.map(({ type }) => type);
      const places = await broker.send(rows);
      await atMoment('relay:sent', () => types);
      const columns = [
        ...[places.map(({ topic }) => topic), places.map(({ partition }) => partition)],
        ...[places.map(({ offset }) => offset), places.map(({ low }) => low), places.map(({ cluster }) => cluster)],
      ];
      await ask(client, markSent, [position, ...columns]);
      await atMoment('relay:marked', () => types);
      rows = (await next) ?? [];
    }
  }

  private read(client: pg.Client, after: bigint): Promise<LoggedText[]> {
    return ask<LoggedText>(client, unsent, [after]);
  }
}
