import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { signal } from '@ayni/processes/process';

import { findPostmaster } from './postmaster.js';

const PATIENCE_MS = 10_000;

/** Ends the server of `folder`, if one runs, and deletes the folder with all that the server kept. */
export async function removePostgres(folder: string): Promise<void> {
  const data = join(await realpath(folder).catch(() => folder), 'postgres');
  const since = Date.now();
  for (let server = await findPostmaster(data); server; server = await findPostmaster(data)) {
    signal(server.pid, Date.now() - since > PATIENCE_MS ? 'SIGKILL' : 'SIGQUIT');
    await pause(50);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
