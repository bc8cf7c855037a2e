import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';

import type { ExecuteOptions } from './execute.js';

/** A program that goes on when we end; `said` is what it has written to its log. */
export type Launched = {
  /** 0 where it could not be started. */
  readonly pid: number;
  readonly ended: () => boolean;
  readonly said: () => Promise<string>;
};

/**
 * Starts a program in a session of its own, where neither Ctrl-C nor the end of our terminal reaches it. What it says is
 * added to `log`, which only we can read.
 */
export async function launch(
  file: string,
  args: readonly string[],
  log: string,
  where: ExecuteOptions,
): Promise<Launched> {
  const output = await open(log, 'a', 0o600);
  try {
    const { size } = await output.stat();
    const child = spawn(file, args, { ...where, detached: true, stdio: ['ignore', output.fd, output.fd] });
    let ended = false;
    let failure = '';
    child.on('exit', () => (ended = true));
    child.on('error', (error) => {
      ended = true;
      failure = error.message;
    });
    child.unref();
    return {
      pid: child.pid ?? 0,
      ended: () => ended,
      said: async () => failure || (await readFile(log)).subarray(size).toString('utf8').trim(),
    };
  } finally {
    await output.close();
  }
}
