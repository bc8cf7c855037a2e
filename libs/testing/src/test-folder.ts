import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { temporaryPath } from '@ayni/processes/temporary-path';
import { isAlive } from '@ayni/processes/process';

/** How the names of test folders begin; the number of the process that they belong to follows. */
export const FOLDERS = join(tmpdir(), 'ayni-test-');

/** Built, since Node runs it by itself. */
const WATCH = fileURLToPath(new URL('../dist/watch.js', import.meta.url));

/**
 * A name for a folder of books that nobody has made yet. However this process ends, what runs on the folder ends then,
 * and the folder goes.
 * Not mkdtemp: as root the server runs as another user, who has to get into the folder.
 */
export function testFolder(): string {
  beWatched();
  return temporaryPath(FOLDERS);
}

/** Starts the process that clears away after this one; once, though each suite has its own copy of this file. */
function beWatched(): void {
  const note = join(tmpdir(), `ayni-watch-${process.pid}`);
  if (isAlive(noted(note))) return;
  // Jest's workers are spoken to by the process that runs the whole
  const isWorker = process.send !== undefined;
  const watched = [process.pid, ...(isWorker ? [process.ppid] : [])].map(String);
  const watch = spawn(process.execPath, [WATCH, note, ...watched], { detached: true, stdio: 'ignore' });
  watch.on('error', () => undefined).unref();
  writeFileSync(note, String(watch.pid));
}

/** The number of the process that watches already. */
function noted(note: string): number {
  try {
    return Number(readFileSync(note, 'utf8')) || NOBODY;
  } catch {
    return NOBODY;
  }
}

/** No system gives a process this number. */
const NOBODY = 2_147_483_647;
