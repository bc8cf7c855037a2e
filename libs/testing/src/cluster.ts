import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endKafka } from '@ayni/kafka';
import { removePostgres, startPostgres, type PostgresServer } from '@ayni/postgres';

/** Names a superuser's address of the server that tests use; given from outside, or set for the run. */
export const TEST_DATABASE_URL = 'TEST_DATABASE_URL';

const PREFIX = 'ayni-test-';

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
export const testFolder = (): string => join(tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString('hex')}`);

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
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-[0-9a-f]{8}$`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    await endKafka(folder);
    await removePostgres(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH');
  }
}
