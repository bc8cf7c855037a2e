import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endKafka } from '@ayni/kafka-server/remove';
import { removePostgres } from '@ayni/postgres-server/remove';
import { startPostgres, type PostgresServer } from '@ayni/postgres-server/start';
import { abandonedPaths, temporaryPath } from '@ayni/processes/temporary-path';

/** Names a superuser's address of the server that tests use; given from outside, or set for the run. */
export const TEST_DATABASE_URL = 'TEST_DATABASE_URL';

const FOLDERS = join(tmpdir(), 'ayni-test-');

let started: { readonly server: PostgresServer; readonly folder: string } | undefined;

/** Starts the one PostgreSQL of a test run and names it in the environment; a server that is named there serves instead. */
export async function startTestCluster(): Promise<void> {
  if (process.env[TEST_DATABASE_URL] || started) return;
  await removeLeftovers();
  const folder = testFolder();
  const server = await startPostgres({ folder, durable: false, onNotice: () => undefined });
  started = { server, folder };
  process.env[TEST_DATABASE_URL] = server.url('postgres', 'postgres');
}

/**
 * A name for a folder of books that nobody has made yet; what a killed run leaves in it, the next one removes.
 * Not mkdtemp: as root the server runs as another user, who has to get into the folder.
 */
export const testFolder = (): string => temporaryPath(FOLDERS);

/** Ends and removes what {@link startTestCluster} started. */
export async function stopTestCluster(): Promise<void> {
  if (!started) return;
  const { server, folder } = started;
  started = undefined;
  delete process.env[TEST_DATABASE_URL];
  await server.stop();
  await removePostgres(folder);
}

/** A run that was killed leaves its servers and their folders behind. */
async function removeLeftovers(): Promise<void> {
  for (const folder of await abandonedPaths(FOLDERS)) {
    await endKafka(folder);
    await removePostgres(folder);
  }
}
