import { spawn } from 'node:child_process';

import type { SystemUser } from './system-user.js';

/** Runs a program to its end and gives what it printed. @throws Error with what it said on failing */
export function run(
  file: string,
  args: readonly string[],
  as?: { user: SystemUser | undefined; cwd: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(as && { ...as.user, cwd: as.cwd, env: ENVIRONMENT }),
    });
    let printed = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve(printed.trim());
      else reject(new Error(`${file} ended with ${signal ?? `status ${status}`}: ${(complaint || printed).trim()}`));
    });
  });
}

/** What the programs of PostgreSQL may see: no PGDATA or PGPORT of another server, no locale of the shell. */
export const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' } as const;
