import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from '@ayni/database/driver';
import { databaseOf } from '@ayni/database/roles';
import { findAddresses } from '@ayni/postgres-server/addresses';
import { from, to } from 'pg-copy-streams';
import { writableColumns } from './columns.js';

/** What a member of the crowd has beside her name: a day of work and a delivery, of other sizes for each. */
const FILL = [
  `INSERT INTO households (coop_id, code, name)
   SELECT coop_id, 'X' || lpad(i::text, 6, '0'), 'Familia ' || i FROM coops, generate_series(1, $1::int) i`,
  `INSERT INTO members (coop_id, number, household, name, joined_on, left_on, periods, uncounted)
   SELECT m.coop_id, 'X' || lpad(i::text, 6, '0'), 'X' || lpad(i::text, 6, '0'), 'Socia ' || i, m.joined_on, m.left_on,
     m.periods, m.uncounted
   FROM generate_series(1, $1::int) i, (SELECT * FROM members ORDER BY number LIMIT 1) m`,
  `INSERT INTO work_records (coop_id, code, day, member, minutes)
   SELECT w.coop_id, 'X' || i, w.day, 'X' || lpad(i::text, 6, '0'), 1 + (i::bigint * 7919) % 30000
   FROM generate_series(1, $1::int) i, (SELECT * FROM work_records ORDER BY code LIMIT 1) w`,
  `INSERT INTO deliveries (coop_id, code, day, member, product, stock_unit, stock_quantity, amount)
   SELECT d.coop_id, 'X' || i, d.day, 'X' || lpad(i::text, 6, '0'), d.product, d.stock_unit,
     1 + (i::bigint * 104729) % 900000, 1 + (i::bigint * 15485863) % 250000
   FROM generate_series(1, $1::int) i, (SELECT * FROM deliveries ORDER BY code LIMIT 1) d`,
];
/** What a run leaves, in the order in which it can be written. */
const LEFT = [
  { table: 'runs', of: 'id' },
  { table: 'run_summaries', of: 'run' },
  { table: 'run_members', of: 'run' },
  { table: 'run_households', of: 'run' },
] as const;

/** A season of very many members, as the superuser of its database makes it beside the product. */
export class Crowd {
  private constructor(private readonly client: pg.Client) {}

  /** Puts `members` more, each with a household of her own, into the closed season of a system. */
  static async gather(folder: string, members: number): Promise<Crowd> {
    const addresses = await findAddresses(folder);
    const client = new pg.Client(addresses.url(databaseOf('profit-sharing'), 'postgres'));
    await client.connect();
    // no door of a closed season
    await client.query('SET session_replication_role = replica');
    for (const statement of FILL) await client.query(statement, [members]);
    await client.query('RESET session_replication_role');
    await client.query('VACUUM ANALYZE');
    return new Crowd(client);
  }

  /** Has the database write out what was written before: neither side is to pay for the other. */
  async settle(): Promise<void> {
    await this.client.query('CHECKPOINT');
  }

  /** Writes what a run left into files of `folder`, for {@link copy}. */
  async keep(run: string, folder: string): Promise<void> {
    for (const { table, of } of LEFT) {
      const columns = (await writableColumns(this.client, table)).map(({ column }) => `"${column}"`).join(', ');
      const rows = `SELECT ${columns} FROM ${table} WHERE ${of} = '${run}'`;
      await this.client.query(
        // what the database learns of them by itself would be learnt while the product works
        `CREATE TABLE IF NOT EXISTS bare_${table} (LIKE ${table} INCLUDING ALL)
         WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false)`,
      );
      await pipeline(this.client.query(to(`COPY (${rows}) TO STDOUT`)), createWriteStream(join(folder, table)));
    }
  }

  /** Milliseconds that a bare COPY of these rows takes, into empty tables of the same columns and indexes. */
  async copy(folder: string): Promise<number> {
    for (const { table } of LEFT) await this.client.query(`TRUNCATE bare_${table}`);
    await this.settle();
    const began = performance.now();
    await this.client.query('BEGIN');
    for (const { table } of LEFT) {
      const columns = (await writableColumns(this.client, table)).map(({ column }) => `"${column}"`).join(', ');
      await pipeline(
        createReadStream(join(folder, table)),
        this.client.query(from(`COPY bare_${table} (${columns}) FROM STDIN`)),
      );
    }
    await this.client.query('COMMIT');
    return performance.now() - began;
  }

  /** The weights of the members by each of the season's bases. */
  async weights(run: string, bases: readonly string[]): Promise<bigint[][]> {
    const { rows } = await this.client.query<{ weights: Readonly<Record<string, string>> }>(
      `SELECT weights FROM run_members WHERE run = $1`,
      [run],
    );
    return bases.map((basis) => rows.map(({ weights }) => BigInt(weights[basis] ?? 0)));
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
