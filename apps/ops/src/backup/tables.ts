import pg from '@ayni/database/driver';

/** A table with the columns that are stored and not worked out, in their order. */
export type Table = { readonly name: string; readonly columns: readonly string[] };

/** How both ends of a backup talk to PostgreSQL, so that a text means the same value on another machine. */
export const COPY_OPTIONS =
  '-c datestyle=ISO -c intervalstyle=postgres -c timezone=UTC -c client_encoding=UTF8 ' +
  '-c statement_timeout=0 -c idle_in_transaction_session_timeout=0';

/** Every table that the database has, from its catalogue: none that a later migration adds can be forgotten. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY 1 ORDER BY 1`,
  );
  return rows;
}

/** The table and its columns as COPY names them. */
export const copied = ({ name, columns }: Table): string =>
  `public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;

/** The names of the migrations that the database has seen, in their order. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp, id');
  return rows.map(({ name }) => name);
}
