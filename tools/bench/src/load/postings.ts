import { databaseOf } from '@ayni/database/roles';
import pg from '@ayni/database/driver';
import { findAddresses } from '@ayni/postgres-server/addresses';

import { writableColumns } from './columns.js';

const COVERING = 'ledger_lines_of_bench';
/** What a season left in the journal and its totals by days. */
const DATED = ['ledger_entries', 'ledger_lines', 'ledger_totals', 'entry_totals'] as const;

/** The journal of a system, as its superuser reaches it beside the product. */
export class Postings {
  private constructor(
    private readonly client: pg.Client,
    /** How many lines it has. */
    readonly count: number,
  ) {}

  /**
   * Copies all that was posted into every second year before, with its totals, until the journal has `least` lines; then makes a
   * covering index over them.
   */
  static async fill(folder: string, least: number): Promise<Postings> {
    const addresses = await findAddresses(folder);
    const client = new pg.Client(addresses.url(databaseOf('profit-sharing'), 'postgres'));
    await client.connect();
    const count = async (): Promise<number> => {
      const { rows } = await client.query<{ n: bigint }>('SELECT count(*) AS n FROM ledger_lines');
      return Number(rows[0]?.n);
    };
    const years = Math.ceil(least / (await count())) - 1;
    for (const table of DATED) await client.query(await copies(client, table), [years]);
    await client.query('UPDATE account_totals SET debit = debit * (1 + $1), credit = credit * (1 + $1)', [years]);
    await client.query(`CREATE INDEX ${COVERING} ON ledger_lines (coop_id, account, party) INCLUDE (debit, credit)`);
    await client.query(`VACUUM ANALYZE ${[...DATED, 'account_totals'].join(', ')}`);
    return new Postings(client, await count());
  }

  /** Milliseconds that summing all lines takes, by the covering index. */
  async sum(): Promise<number> {
    const began = performance.now();
    await this.client.query({
      name: 'bare sum',
      text: `SELECT account, party, sum(debit)::bigint, sum(credit)::bigint FROM ledger_lines
             GROUP BY coop_id, account, party ORDER BY account, party`,
    });
    return performance.now() - began;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

/** The statement that copies the rows of a table so many times, each two years before the last: a season may go over two. */
async function copies(client: pg.Client, table: string): Promise<string> {
  const columns = (await writableColumns(client, table)).map(({ column }) => column);
  const copied = columns.map((column) => {
    if (column === 'day') return `(day - years * interval '2 years')::date`;
    return column === 'code' ? `code || '~' || years` : column;
  });
  return `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${copied.join(', ')} FROM ${table}, generate_series(1, $1::int) AS years`;
}
