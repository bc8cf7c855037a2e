import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startKafka, type KafkaServer } from '@ayni/kafka-server/start';
import { toRecord, type EventRecord } from '@ayni/messaging/carrier/cloud-event.record';
import type { LoggedText } from '@ayni/messaging/outbox/logged-event';
import { databaseOf, rolesOf } from '@ayni/database/roles';
import { startPostgres } from '@ayni/postgres-server/start';
import { readNotes, RUN } from '@ayni/processes/run-notes';
import pg from '@ayni/database/driver';
import { readyLine } from '../machine/product.js';
import { Program, PROJECT } from '../machine/program.js';
import type { Bench } from '../row.js';
import { writableColumns } from './columns.js';
import { Stall } from './stall.js';

const SAMPLE = 'S000000000';
const SALE = 'ayni.sales.sale-recorded.v1';
const POLL_MS = 20;
const ENTER = `SELECT set_config('app.coop', $1, true)`;
/** What profit-sharing writes for a sale, each with how its rows of one receipt are found. */
const POSTED = [
  { name: 'inbox', of: `aggregate = 'sale/' || $1` },
  { name: 'ledger_entries', of: `source = 'sale' AND code = $1` },
  { name: 'ledger_lines', of: `source = 'sale' AND code = $1 ORDER BY line` },
] as const;

type Service = 'sales' | 'profit-sharing';
type Cell = string | null;
type Table = { readonly name: string; readonly text: string; readonly rows: readonly (readonly Cell[])[] };

/** A system over Kafka whose services have stopped, with a log in which sales can be put that nobody has sent yet. */
export class Backlog {
  private numbered = 0;

  private constructor(
    readonly kafka: KafkaServer,
    private readonly coop: string,
    private readonly environments: ReadonlyMap<Service, NodeJS.ProcessEnv>,
    private readonly sales: pg.Client,
    private readonly books: pg.Client,
    private readonly runtime: pg.Client,
    private readonly tables: readonly Table[],
  ) {}

  static async during<Result>(bench: Bench, work: (backlog: Backlog) => Promise<Result>): Promise<Result> {
    const folder = await bench.folder();
    const onNotice = (): void => undefined;
    const postgres = await startPostgres({ folder: join(folder, 'database'), durable: true, onNotice });
    const kafka = await startKafka({ folder: join(folder, 'broker'), onNotice });
    const clients: pg.Client[] = [];
    const connect = async (service: Service): Promise<pg.Client> => {
      const client = new pg.Client(postgres.url(databaseOf(service), 'postgres'));
      clients.push(client);
      await client.connect();
      return client;
    };
    try {
      const system = join(folder, 'system');
      const env = { ...bench.env, AYNI_READY: 'json', KAFKA_BROKERS: kafka.brokers };
      const program = await Program.start(
        process.execPath,
        [join(PROJECT, 'apps/cluster/dist/main.js'), '--data', system, '--port', '0'],
        { ...env, DATABASE_URL: postgres.url('postgres', 'postgres') },
        readyLine,
      );
      const { url, setupCode } = program.said;
      const stall = await Stall.open({ url, setupCode: setupCode ?? '' });
      await stall.applied(await stall.sell(SAMPLE));
      const environments = new Map<Service, NodeJS.ProcessEnv>();
      for (const service of ['sales', 'profit-sharing'] as const) {
        const notes = await readNotes(join(system, RUN), service);
        if (!notes) throw new Error(`${service} is not running`);
        environments.set(service, { ...bench.env, ...notes.environment });
      }
      stall.close();
      await program.stop();
      const books = await connect('profit-sharing');
      const [sales, runtime] = [await connect('sales'), await connect('profit-sharing')];
      await runtime.query(`SET SESSION AUTHORIZATION ${rolesOf('profit-sharing').runtime}`);
      // as the product connects: a plan that was made for few rows would be kept for many
      await runtime.query('SET plan_cache_mode = force_generic_plan');
      const tables: Table[] = [];
      for (const { name, of } of POSTED) tables.push(await tableOf(books, name, of));
      return await work(new Backlog(kafka, stall.coop, environments, sales, books, runtime, tables));
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await kafka.kill9();
      await postgres.stop();
    }
  }

  /** Puts so many sales in the log. */
  async fill(count: number): Promise<void> {
    await this.sales.query(
      `INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
       SELECT coop_id, gen_random_uuid(), 'sale/' || r, 1, type, gen_random_uuid(), occurred_at, replace(data::text, $1, r)::json
       FROM outbox, (SELECT 'P' || lpad(n::text, 9, '0') AS r FROM generate_series($2::int, $3::int) AS n) AS receipts
       WHERE aggregate = 'sale/' || $1`,
      [SAMPLE, this.numbered + 1, this.numbered + count],
    );
    await this.sales.query('VACUUM ANALYZE outbox');
    this.numbered += count;
  }

  /** Lets sales send what is in the log. @returns events a second, from the first mark to the last */
  send(): Promise<number> {
    return this.rate('sales', async () => {
      const { rows } = await this.sales.query<{ sent: string }>('SELECT sent FROM relay_mark');
      const { rows: all } = await this.sales.query<{ n: string }>('SELECT count(*) AS n FROM outbox');
      return { done: Number(rows[0]?.sent), of: Number(all[0]?.n) };
    });
  }

  /** Lets profit-sharing apply what the broker has. @returns events a second, from the first commit to the last */
  apply(): Promise<number> {
    return this.rate('profit-sharing', async () => {
      const { rows } = await this.books.query<{ n: string }>(
        `SELECT count(*) AS n FROM inbox WHERE type = $1 AND aggregate LIKE 'sale/P%'`,
        [SALE],
      );
      return { done: Number(rows[0]?.n), of: this.numbered };
    });
  }

  /** Records as the relay makes them, of so many sales. */
  async records(count: number): Promise<EventRecord[]> {
    const { rows } = await this.sales.query<LoggedText>(
      `SELECT event_id, coop_id, aggregate, seq, type, command_id, occurred_at::text, data::text, traceparent, 1 AS position
       FROM outbox WHERE aggregate = 'sale/' || $1`,
      [SAMPLE],
    );
    const [sample] = rows;
    if (!sample) throw new Error('there is no sale to copy');
    return Array.from({ length: count }, (_, i) => {
      const receipt = `P${String(i).padStart(9, '0')}`;
      const data = sample.data.replace(SAMPLE, receipt);
      return toRecord({
        ...sample,
        event_id: randomUUID(),
        aggregate: `sale/${receipt}`,
        data,
        position: BigInt(i + 1),
      });
    });
  }

  /** Writes the rows that profit-sharing makes of so many sales, so many in a transaction. @returns sales a second */
  async write(count: number, together: number): Promise<number> {
    const began = performance.now();
    for (let from = 0; from < count; from += together) {
      const receipts = Array.from(
        { length: together },
        (_, i) => `${BARE}${String(this.written + from + i).padStart(9, '0')}`,
      );
      await this.runtime.query('BEGIN');
      await this.runtime.query({ name: 'enter', text: ENTER, values: [this.coop] });
      for (const { name, text, rows } of this.tables)
        await this.runtime.query({ name: `bare ${name}`, text, values: columnsOf(rows, receipts) });
      await this.runtime.query('COMMIT');
    }
    this.written += count;
    return count / ((performance.now() - began) / 1000);
  }

  private written = 0;

  private async rate(service: Service, progress: () => Promise<{ done: number; of: number }>): Promise<number> {
    const before = (await progress()).done;
    const program = await Program.start(
      process.execPath,
      [join(PROJECT, 'services', service, 'dist/main.js')],
      // nobody holds its standard input
      { ...this.environments.get(service), AYNI_PARENT: '', AYNI_LOG_LEVEL: 'error' },
      readyLine,
    );
    try {
      let first: { done: number; at: number } | undefined;
      for (;;) {
        const { done, of } = await progress();
        const at = performance.now();
        if (done > before) first ??= { done, at };
        if (first && done >= of) return (done - first.done) / ((at - first.at) / 1000);
        await pause(POLL_MS);
      }
    } finally {
      await program.stop();
    }
  }
}

/** Begins the numbers of bare receipts. */
const BARE = 'B';

/** The rows that one receipt left in a table, and the statement that inserts any number of such. */
async function tableOf(client: pg.Client, name: string, of: string): Promise<Table> {
  const columns = await writableColumns(client, name);
  const { rows } = await client.query<Record<string, Cell>>({
    text: `SELECT * FROM ${name} WHERE ${of}`,
    values: [SAMPLE],
    types: { getTypeParser: () => (text: string) => text },
  });
  const names = columns.map(({ column }) => column).join(', ');
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${type === 'json' ? 'text' : type}[]`).join(', ');
  const picked = columns.map(({ column, type }) => (type === 'json' ? `${column}::json` : column)).join(', ');
  return {
    name,
    text: `INSERT INTO ${name} (${names}) SELECT ${picked} FROM unnest(${arrays}) AS rows (${names})`,
    rows: rows.map((row) => columns.map(({ column }) => (column === 'event_id' ? EVENT_ID : (row[column] ?? null)))),
  };
}

/** Stands for an id that each row has of its own. */
const EVENT_ID = 'an event id';

function columnsOf(rows: readonly (readonly Cell[])[], receipts: readonly string[]): Cell[][] {
  const all = receipts.flatMap((receipt) =>
    rows.map((row) => row.map((cell) => (cell === EVENT_ID ? randomUUID() : (cell?.replace(SAMPLE, receipt) ?? null)))),
  );
  return (all[0] ?? []).map((_, column) => all.map((row) => row[column] ?? null));
}
