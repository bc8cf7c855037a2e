import { SERVICES, type ServiceName } from '@ayni/contracts';
import type { SystemBooks } from '@ayni/testing-systems/system-books';
import pg from 'pg';

/** What a table held: how many rows, and a hash of those columns of all of them. */
export type Rows = {
  readonly service: ServiceName;
  readonly table: string;
  readonly columns: readonly string[];
  readonly count: number;
  readonly hash: string;
};

/** Grows by every migration that the books are opened with. */
const MIGRATIONS = 'migrations';

/** What every table of the five databases holds, in all its columns. */
export async function countRows(books: SystemBooks): Promise<Rows[]> {
  const rows: Rows[] = [];
  for (const service of SERVICES)
    for (const { table } of await books.tables(service)) {
      if (table === MIGRATIONS) continue;
      const columns = await books.rows<{ name: string }>(
        service,
        `SELECT attname AS name FROM pg_attribute
         WHERE attrelid = ${pg.escapeLiteral(`public.${table}`)}::regclass AND attnum > 0 AND NOT attisdropped
         ORDER BY attnum`,
      );
      rows.push(await count(books, { service, table, columns: columns.map(({ name }) => name) }));
    }
  return rows;
}

/** What the same tables hold now, in the columns that they had. */
export async function countAgain(books: SystemBooks, before: readonly Rows[]): Promise<Rows[]> {
  const rows: Rows[] = [];
  for (const { service, table, columns } of before) rows.push(await count(books, { service, table, columns }));
  return rows;
}

async function count(books: SystemBooks, of: Omit<Rows, 'count' | 'hash'>): Promise<Rows> {
  const columns = of.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const [counted] = await books.rows<{ count: number; hash: string }>(
    of.service,
    `SELECT count(*)::int AS count, md5(COALESCE(string_agg(row, E'\\n' ORDER BY row COLLATE "C"), '')) AS hash
     FROM (SELECT ROW(${columns})::text AS row FROM public.${pg.escapeIdentifier(of.table)}) t`,
  );
  if (!counted) throw new Error(`${of.table} cannot be counted`);
  return { ...of, ...counted };
}
