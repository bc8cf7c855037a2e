import { removePostgres } from '@ayni/postgres-server/remove';
import { startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
import { clearLeftovers } from '@ayni/testing/clear-after';
import { testFolder } from '@ayni/testing/test-folder';
import { forgetFreshBooks, keepFreshBooks } from './fresh-books.js';

/** Names a superuser's address of the server that tests use; given from outside, or set for the run. */
export const TEST_DATABASE_URL = 'TEST_DATABASE_URL';
/** Says that the server ends with the run: databases that others are copied from may be left on it. */
export const TEST_DATABASE_COPIES = 'TEST_DATABASE_COPIES';

let started: { readonly server: PostgresServer; readonly folder: string } | undefined;

/** Starts the one PostgreSQL of a test run and names it in the environment; a server that is named there serves instead. */
export async function startTestCluster(): Promise<void> {
  if (process.env[TEST_DATABASE_URL] || started) return;
  await clearLeftovers();
  keepFreshBooks();
  const folder = testFolder();
  const server = await startPostgres({ folder, durable: false, onNotice: () => undefined });
  started = { server, folder };
  process.env[TEST_DATABASE_URL] = server.url('postgres', 'postgres');
  process.env[TEST_DATABASE_COPIES] = 'yes';
}

/** Ends and removes what {@link startTestCluster} started. */
export async function stopTestCluster(): Promise<void> {
  if (!started) return;
  const { server, folder } = started;
  started = undefined;
  delete process.env[TEST_DATABASE_URL];
  delete process.env[TEST_DATABASE_COPIES];
  await server.stop();
  await removePostgres(folder);
  await forgetFreshBooks();
}
