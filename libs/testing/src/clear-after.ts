import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { findMentioning } from '@ayni/processes/command-line';
import { abandonedPaths } from '@ayni/processes/temporary-path';
import { signal } from '@ayni/processes/process';
import { FOLDERS } from './test-folder.js';

const LOOK_MS = 50;
/** PostgreSQL gets so long to give its shared memory back. */
const PATIENCE_MS = 5_000;

/** Clears away after processes that were killed together with those that watched them. */
export async function clearLeftovers(): Promise<void> {
  const makers = (await abandonedPaths(FOLDERS)).map((folder) => parseInt(folder.slice(FOLDERS.length), 10));
  for (const maker of new Set(makers)) await clearAfter(maker);
}

/** Ends what runs on the test folders of a process that has ended, and removes them. */
export async function clearAfter(maker: number): Promise<void> {
  const [tmp, start] = [dirname(FOLDERS), `${basename(FOLDERS)}${maker}-`];
  const since = Date.now();
  // twice in a row: one that was just started may not have its words yet
  for (let idle = 0; idle < 2; await pause(LOOK_MS)) {
    const running = await findMentioning(start);
    for (const { pid, words } of running) {
      const isPostgres = /(?:^|\/)postgres$/.test(words[0] ?? '');
      signal(pid, isPostgres && Date.now() - since < PATIENCE_MS ? 'SIGQUIT' : 'SIGKILL');
    }
    idle = running.length === 0 ? idle + 1 : 0;
  }
  for (const name of await readdir(tmp))
    if (name.startsWith(start))
      // a disk that a test mounted there stays
      await rm(join(tmp, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}
