import pg from 'pg';
import type { Carrier } from '../carrier/carrier.js';
import { Doorbell } from '../doorbell.js';
import { gather } from '../gather.js';
import { isTransient } from '../inbox/fault.js';
import { LOGGED_COLUMNS, type LoggedEvent } from './logged-event.js';

/** The session lock that makes one relay of a service the active one. */
const RELAY_LOCK = 4_201_001;
const BATCH_MAX = 1_000;
const IDLE_MS = 500;
const RETRY_MS = 1_000;

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
      WHERE outbox.id = waiting.id RETURNING 1
    )
    UPDATE relay_mark SET assigned = assigned + (SELECT count(*) FROM moved),
      sent = CASE WHEN $1 THEN assigned + (SELECT count(*) FROM moved) ELSE sent END
    WHERE EXISTS (SELECT 1 FROM moved)
    RETURNING (SELECT count(*)::int FROM moved) AS moved`,
};

const unsent = {
  name: 'relay unsent',
  text: `SELECT ${LOGGED_COLUMNS} FROM outbox, relay_mark
         WHERE position > sent AND position <= assigned ORDER BY position LIMIT ${BATCH_MAX}`,
};

const markSent = { name: 'relay sent', text: 'UPDATE relay_mark SET sent = $1' };

/**
 * Gives the waiting rows of one service's outbox their dense positions and hands them on in that
 * order. Only one relay of a service is active: it holds a session lock, and who does not get it
 * stands by.
 */
export class Relay {
  /** Rung after a commit that wrote to the outbox. */
  readonly bell = new Doorbell();
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private client: pg.Client | undefined;

  constructor(
    /** A connection string of the service's relay role. */
    private readonly url: string,
    private readonly carrier: Carrier,
    /** Called after positions were given out. */
    private readonly onMoved: () => void,
    private readonly onFault: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.bell.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.runConnected();
      } catch (error) {
        this.onFault(error);
        if (!isTransient(error)) throw error;
        await this.bell.wait(RETRY_MS);
      } finally {
        await this.client?.end().catch(() => undefined);
        this.client = undefined;
      }
    }
  }

  private async runConnected(): Promise<void> {
    // a plain index scan passes over the entries of rows that no longer wait; a bitmap reads them all again each time
    const options = '-c enable_bitmapscan=off';
    const client = new pg.Client({ connectionString: this.url, application_name: 'ayni relay', options });
    client.on('error', (error) => this.onFault(error));
    this.client = client;
    await client.connect();
    while (!this.stopped && !(await this.elected(client))) await this.bell.wait(RETRY_MS);
    await this.sendRest(client);
    while (!this.stopped) {
      const moved = await this.moveOnce(client);
      if (moved > 0) this.onMoved();
      if (moved === 0) await this.bell.wait(IDLE_MS);
      else if (moved < BATCH_MAX) await gather(moved);
    }
  }

  private async elected(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [RELAY_LOCK]);
    return rows[0]?.held === true;
  }

  /** One batch: positions, then the carrier, then the mark; a crash in between sends again. */
  private async moveOnce(client: pg.Client): Promise<number> {
    const logIsChannel = this.carrier.send === undefined;
    const { rows } = await client.query<{ moved: number }>({ ...assign, values: [logIsChannel] });
    const moved = rows[0]?.moved ?? 0;
    if (moved > 0) await this.sendRest(client);
    return moved;
  }

  /** Sends what has a position but was not acknowledged yet. */
  private async sendRest(client: pg.Client): Promise<void> {
    if (this.carrier.send === undefined) return;
    for (;;) {
      const batch = await client.query<LoggedEvent>(unsent);
      const last = batch.rows.at(-1);
      if (!last) return;
      await this.carrier.send(batch.rows);
      await client.query({ ...markSent, values: [last.position] });
    }
  }
}
