import type pg from '@ayni/database/driver';

/** A column of a table and its type, as PostgreSQL writes it. */
export type Column = { readonly column: string; readonly type: string };

/** The columns of a table that a statement may write, in their order: those that PostgreSQL fills by itself left out. */
export async function writableColumns(client: pg.Client, table: string): Promise<readonly Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS column, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''
     ORDER BY attnum`,
    [table],
  );
  return rows;
}
