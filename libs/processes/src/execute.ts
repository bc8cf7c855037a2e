import { spawn } from 'node:child_process';

/** How and where a program is run; what is left out is as we have it. */
export type ExecuteOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
};

const SAID_MAX = 4_000;

/**
 * Runs a program to its end and gives what it printed; where that is nothing, what it said besides.
 * @throws Error with what it said on failing; without its words, which may hold a secret
 */
export function execute(file: string, args: readonly string[], where: ExecuteOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      said += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve((printed || said).trim());
      else reject(new Error(`${file} ended with ${signal ?? `status ${status}`}: ${said.trim().slice(-SAID_MAX)}`));
    });
  });
}
