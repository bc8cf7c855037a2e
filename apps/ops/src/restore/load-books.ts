import { pipeline } from 'node:stream/promises';
import pg from '@ayni/database/driver';
import { from } from 'pg-copy-streams';
import type { ServiceInside } from '../archive/manifest.js';
import type { ArchiveReader } from '../archive/read-archive.js';
import { COPY_OPTIONS, copied, tablesOf } from '../backup/tables.js';
import { Complaint } from '../complaint.js';

/**
 * Puts the rows of one service's backup into its fresh tables, in one transaction, and goes on numbering where the
 * backup stopped. As a replica takes rows: they were checked when they were first written, and what the triggers
 * made of them is in the backup itself.
 * @param url the superuser's address of the database
 * @throws Complaint where the tables differ from the backup's, or not every row came in
 */
export async function loadBooks(
  url: string,
  { name, tables }: ServiceInside,
  archive: ArchiveReader,
  signal: AbortSignal,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'ayni restore', options: COPY_OPTIONS });
  client.on('error', () => undefined); // the statement under way tells
  await client.connect();
  try {
    const made = await tablesOf(client);
    const shape = (list: readonly { name: string; columns: readonly string[] }[]): string =>
      JSON.stringify(list.map((table) => [table.name, [...table.columns].sort()]).sort());
    if (shape(made) !== shape(tables)) throw new Complaint('miscounted', { what: name });

    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    // some migrations put rows in; the backup has them, and what became of them
    await client.query(`TRUNCATE ${tables.map((table) => `public.${pg.escapeIdentifier(table.name)}`).join(', ')}`);
    for (const table of tables) {
      const rows = client.query(from(`COPY ${copied(table)} FROM STDIN`));
      await pipeline(archive.contentOf(table.parts), rows, { signal });
      if (rows.rowCount !== table.rows) throw new Complaint('miscounted', { what: `${name}/${table.name}` });
    }
    await client.query(GO_ON_NUMBERING);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Makes the relay send the whole log again. On a laptop consumers read the log itself and what they had not reached
 * counts as sent; a broker has none of it. What they have applied their inboxes know.
 */
export async function forgetSent(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'ayni restore' });
  await client.connect();
  try {
    await client.query('UPDATE relay_mark SET sent = 0');
  } finally {
    await client.end();
  }
}

/** Sets the sequence of every column that has one to the highest number in use. */
const GO_ON_NUMBERING = `
  DO $$
  DECLARE found record;
  BEGIN
    FOR found IN
      SELECT c.oid::regclass AS tab, a.attname AS col, pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS seq
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL
    LOOP
      EXECUTE format('SELECT setval(%L, COALESCE(max(%I), 1), max(%I) IS NOT NULL) FROM %s',
        found.seq, found.col, found.col, found.tab);
    END LOOP;
  END $$`;
