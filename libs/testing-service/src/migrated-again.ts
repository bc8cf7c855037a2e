import type pg from '@ayni/database/driver';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { TestDatabase } from '@ayni/testing-systems/test-database';

/**
 * Undoes a migration on books that a running service has written, and does it again.
 * @param queries give the rows that it makes, in any order
 * @returns these rows as the service had kept them, and as the migration makes them of what else is there
 */
export async function migratedAgain(
  { database, sql }: { readonly database: TestDatabase; readonly sql: pg.Pool },
  migration: new () => MigrationInterface,
  queries: readonly string[],
): Promise<{ readonly kept: readonly string[]; readonly made: readonly string[] }> {
  const rows = async (): Promise<string[]> => {
    const found = await Promise.all(
      queries.map((query) => sql.query<{ row: string }>(`SELECT to_jsonb(one)::text AS row FROM (${query}) AS one`)),
    );
    return found.flatMap((one) => one.rows.map(({ row }) => row)).sort();
  };
  const kept = await rows();
  const source = await new DataSource({ type: 'postgres', url: database.url('migrator') }).initialize();
  const runner = source.createQueryRunner();
  try {
    const again = new migration();
    await again.down(runner);
    await again.up(runner);
  } finally {
    await runner.release();
    await source.destroy();
  }
  return { kept, made: await rows() };
}
