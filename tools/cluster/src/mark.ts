import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process, told from another that has its number later. */
export type Mark = {
  readonly pid: number;
  /** When it began, in words of the system's own. */
  readonly start: string;
};

export const markOf = async (pid: number): Promise<Mark> => ({ pid, start: await startOf(pid) });

export const lives = async ({ pid, start }: Mark): Promise<boolean> => start !== '' && (await startOf(pid)) === start;

/** Sends a signal; the process may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** The mark in a file that an earlier run wrote; undefined where there is none, or a half one. */
export async function readMark(file: string): Promise<Mark | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof found !== 'object' || found === null || !('pid' in found) || !('start' in found)) return undefined;
    const { pid, start } = found;
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start } : undefined;
  } catch {
    return undefined;
  }
}

/** Empty: no such process. A dead one whose parent has not asked for it yet is gone as well. */
async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform !== 'linux')
      return (await promisify(execFile)('ps', ['-p', String(pid), '-o', 'lstart='])).stdout.trim();
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // the program's name, in brackets, may hold spaces and brackets
    const [state, ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? '' : (rest[18] ?? '');
  } catch {
    return '';
  }
}
