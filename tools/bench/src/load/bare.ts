import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseOf, rolesOf } from '@ayni/database/roles';
import { findAddresses } from '@ayni/postgres-server/addresses';
import pg from '@ayni/database/driver';
import { CLIENTS } from './clients.js';
import { writableColumns } from './columns.js';

type Row = Readonly<Record<string, string | null>>;

/** What the product wrote for one sale, by table, in the order of the statements. */
const TABLES = [
  { name: 'sales', of: 'code = $1' },
  { name: 'sale_lines', of: 'receipt = $1 ORDER BY line' },
  { name: 'outbox', of: `aggregate = 'sale/' || $1` },
  { name: 'commands', of: 'key = $1' },
] as const;

/** Columns that the database fills where nothing is given. */
const MADE = ['id', 'done_at'];
/** A type that nobody declares, as long as the true one. */
const TYPE = 'ayni.sales.sale-of-bench.v1';
const SALE = 'ayni.sales.sale-recorded.v1';
const POLL_MS = 20;
const ENTER = `SELECT set_config('app.coop', $1, true)`;
/** Beyond every position that the relay gives out: neither it nor the consumers have work with these rows. */
const POSITION = 1_000_000_000_000_000;

/** One statement that inserts the rows of one table again, under another receipt. */
type Insert = { readonly name: string; readonly text: string; readonly values: readonly (string | null)[] };

/**
 * The same rows without the product: begin, `set_config`, one named statement per table, commit, one after the other,
 * into the same tables of the same database by the same role.
 */
export class Bare {
  private position = POSITION;

  private constructor(
    private readonly clients: readonly pg.Client[],
    private readonly log: pg.Client,
    private readonly consumers: readonly pg.Client[],
    private readonly coop: string,
    private readonly sample: string,
    private readonly inserts: readonly Insert[],
  ) {}

  /** @param sample the receipt of a sale of `coop` that the product took */
  static async open(folder: string, coop: string, sample: string): Promise<Bare> {
    const addresses = await findAddresses(folder);
    const url = addresses.url(databaseOf('sales'), rolesOf('sales').runtime);
    const clients = Array.from({ length: CLIENTS }, () => new pg.Client(url));
    await Promise.all(clients.map((client) => client.connect()));
    const [reader] = clients;
    if (!reader) throw new Error('there is no connection');
    await reader.query('BEGIN');
    await reader.query(ENTER, [coop]);
    const inserts = await insertsOf(reader, sample);
    await reader.query('COMMIT');
    const superuser = async (service: string): Promise<pg.Client> => {
      const client = new pg.Client(addresses.url(databaseOf(service), 'postgres'));
      await client.connect();
      return client;
    };
    const consumers = await Promise.all([superuser('inventory'), superuser('profit-sharing')]);
    return new Bare(clients, await superuser('sales'), consumers, coop, sample, inserts);
  }

  async sell(receipt: string, connection: number): Promise<void> {
    const client = this.clients[connection];
    if (!client) throw new Error(`there is no connection ${connection}`);
    await client.query('BEGIN');
    await client.query({ name: 'enter', text: ENTER, values: [this.coop] });
    for (const { name, text, values } of this.inserts)
      await client.query({ name, text, values: values.map((value) => this.fresh(value, receipt)) });
    await client.query('COMMIT');
  }

  /** Until inventory and profit-sharing have applied every receipt that the product took. */
  async allApplied(): Promise<void> {
    const count = async (client: pg.Client, table: string): Promise<string> =>
      (await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE type = $1`, [SALE])).rows[0]?.n ??
      '';
    for (const consumer of this.consumers)
      while ((await count(consumer, 'inbox')) !== (await count(this.log, 'outbox'))) await pause(POLL_MS);
  }

  async close(): Promise<void> {
    await Promise.all([this.log, ...this.consumers].map((client) => client.end()));
    await Promise.all(this.clients.map((client) => client.end()));
  }

  private fresh(value: string | null, receipt: string): string | number | null {
    if (value === 'event_id') return randomUUID();
    if (value === 'position') return (this.position += 1);
    return value?.replaceAll(this.sample, receipt) ?? null;
  }
}

async function insertsOf(client: pg.Client, sample: string): Promise<readonly Insert[]> {
  const inserts: Insert[] = [];
  for (const { name, of } of TABLES) {
    const { rows } = await client.query<Row>({
      text: `SELECT * FROM ${name} WHERE ${of}`,
      values: [sample],
      types: { getTypeParser: () => (text: string) => text },
    });
    if (rows.length === 0) throw new Error(`the product wrote no ${name} for ${sample}`);
    const columns = (await writableColumns(client, name)).map(({ column }) => column);
    inserts.push(
      insertOf(
        name,
        columns.filter((column) => !MADE.includes(column)),
        rows,
      ),
    );
  }
  return inserts;
}

function insertOf(table: string, columns: readonly string[], rows: readonly Row[]): Insert {
  const values = rows.flatMap((row) =>
    columns.map((column) => {
      if (column === 'type') return TYPE;
      return column === 'event_id' || column === 'position' ? column : (row[column] ?? null);
    }),
  );
  const tuples = rows.map((_, i) => `(${columns.map((_column, j) => `$${i * columns.length + j + 1}`).join(', ')})`);
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${tuples.join(', ')}`;
  return { name: `bare ${table}`, text, values };
}
