import { spawn } from 'node:child_process';

/** Runs a program to its end and gives all that it printed. @throws Error with what it said on failing */
export function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve(said.trim());
      else reject(new Error(`${file} ended with ${signal ?? `status ${status}`}: ${said.trim().slice(-2_000)}`));
    });
  });
}
