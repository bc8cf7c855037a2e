import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lives, signal, type Mark } from '@ayni/processes';

const STOP_MS = 10_000;
const POLL_MS = 20;

/**
 * Ends the services that a killed run left: by themselves they end soon, since their parent is gone, but not before
 * ours would begin. Called by whoever has the claim.
 */
export async function endOrphans(run: string, onEnded: (name: string, pid: number) => void): Promise<void> {
  const files = (await readdir(run)).filter((name) => name.endsWith('.json'));
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

/** The mark in a file that an earlier run wrote; undefined where there is none, or a half one. */
async function readMark(file: string): Promise<Mark | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof found !== 'object' || found === null || !('pid' in found) || !('start' in found)) return undefined;
    const { pid, start } = found;
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start } : undefined;
  } catch {
    return undefined;
  }
}
