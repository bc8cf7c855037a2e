import { spawn } from 'node:child_process';

const SAID_MAX = 4_000;

/** How and where a program is run. */
export type Where = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
};

/** Runs a program to its end and gives what it printed. @throws Error with what it said on failing */
export function run(file: string, args: readonly string[], where: Where): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...where });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve(said.trim());
      else
        reject(
          new Error(
            `${[file, ...args].join(' ')}\nended with ${signal ?? `status ${status}`}:\n${said.slice(-SAID_MAX)}`,
          ),
        );
    });
  });
}
