import { readdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { lives, signal } from '@ayni/processes/process';
import { dropNotes, readNotes } from '@ayni/processes/run-notes';

const STOP_MS = 10_000;
const POLL_MS = 20;

/**
 * Ends the services that a killed run left: by themselves they end soon, since their parent is gone, but not before
 * ours would begin. Called by whoever has the claim.
 */
export async function endOrphans(run: string, onEnded: (name: string, pid: number) => void): Promise<void> {
  const services = (await readdir(run)).flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []);
  await Promise.all(
    services.map(async (name) => {
      const notes = await readNotes(run, name);
      if (notes && (await lives(notes))) {
        signal(notes.pid, 'SIGTERM');
        for (const began = performance.now(); await lives(notes); await pause(POLL_MS))
          if (performance.now() - began > STOP_MS) signal(notes.pid, 'SIGKILL');
        onEnded(name, notes.pid);
      }
      await dropNotes(run, name);
    }),
  );
}
