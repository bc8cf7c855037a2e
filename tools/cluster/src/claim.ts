import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lives, markOf, readMark, signal } from './mark.js';

const CLUSTER = 'cluster.json';
const STOP_MS = 10_000;
const POLL_MS = 20;

/** Another process runs the system of the folder. */
export class FolderInUse extends Error {}

/**
 * Takes `run` for this process; what a process left there that lives no longer counts for nothing.
 * @returns gives it back
 * @throws FolderInUse
 */
export async function claim(run: string): Promise<() => Promise<void>> {
  const file = join(run, CLUSTER);
  const own = await markOf(process.pid);
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const other = await readMark(file);
      if (other && (await lives(other))) throw new FolderInUse();
      await rm(file, { force: true });
    }
  }
}

/**
 * Ends the services that a killed run left: by themselves they end soon, since their parent is gone, but not before
 * ours would begin. Called by whoever has the claim.
 */
export async function endOrphans(run: string, onEnded: (name: string, pid: number) => void): Promise<void> {
  const files = (await readdir(run)).filter((name) => name.endsWith('.json') && name !== CLUSTER);
  await Promise.all(
    files.map(async (name) => {
      const file = join(run, name);
      const mark = await readMark(file);
      if (mark && (await lives(mark))) {
        signal(mark.pid, 'SIGTERM');
        for (const began = performance.now(); await lives(mark); await pause(POLL_MS))
          if (performance.now() - began > STOP_MS) signal(mark.pid, 'SIGKILL');
        onEnded(name.slice(0, -'.json'.length), mark.pid);
      }
      await rm(file, { force: true });
    }),
  );
}
