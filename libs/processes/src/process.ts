import { readFile } from 'node:fs/promises';

import { BARE_ENVIRONMENT } from './config.js';
import { errorCode } from './error-code.js';
import { execute } from './execute.js';

/** Whether a process of this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** Sends a signal; the process may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** A process, told from another that has its number later. */
export type Mark = {
  readonly pid: number;
  /** When it began, in a word of the system's own; empty where it was gone already. */
  readonly start: string;
};

export const markOf = async (pid: number): Promise<Mark> => ({ pid, start: await startOf(pid) });

/** Whether it still runs; a dead one whose parent has not asked for it yet does not. */
export const lives = async ({ pid, start }: Mark): Promise<boolean> => start !== '' && (await startOf(pid)) === start;

async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform !== 'linux') {
      const words = await execute('ps', ['-p', String(pid), '-o', 'lstart='], { env: BARE_ENVIRONMENT });
      return words.replaceAll(/\s+/g, '_');
    }
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // the program's name, in brackets, may hold spaces and brackets
    const [state, ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : (rest[18] ?? '');
  } catch {
    return '';
  }
}
