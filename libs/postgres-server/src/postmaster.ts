import { chown, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { wordsOf } from '@ayni/processes/command-line';
import { temporaryPath } from '@ayni/processes/temporary-path';
import { errorCode } from '@ayni/processes/error-code';
import { isAlive } from '@ayni/processes/process';
import { execute } from '@ayni/processes/execute';

/** A server that runs on a cluster, as its lock file tells. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

const LOCK_FILE = 'postmaster.pid';

/** No system gives a process this number. */
const NOBODY = 2_147_483_647;

/**
 * The server that runs on `data`; undefined where none does, also when the number that a dead one left behind
 * belongs to some other program now.
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const lines = await readLines(join(data, LOCK_FILE));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (!(await servesFolder(pid, data))) {
    if (isAlive(pid)) await disown(data, lines);
    return undefined;
  }
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

async function servesFolder(pid: number, data: string): Promise<boolean> {
  const words = await commandLine(pid);
  const folder = words[words.indexOf('-D') + 1];
  if (folder === undefined || !words[0]?.includes('postgres')) return false;
  return folder === data || (await realpath(folder).catch(() => folder)) === (await realpath(data));
}

async function commandLine(pid: number): Promise<readonly string[]> {
  if (process.platform === 'linux') return wordsOf(pid);
  const line = await execute('ps', ['-p', String(pid), '-o', 'command=']).catch(() => '');
  const [program = '', ...rest] = line.split(' -D ');
  return [program, '-D', rest.join(' -D ')];
}

/**
 * PostgreSQL takes any living process with the number in its lock file for another server and does not start. The
 * file must stay, though: by the rest of it PostgreSQL sees whether children of the dead server are still at work.
 */
async function disown(data: string, lines: readonly string[]): Promise<void> {
  const file = join(data, LOCK_FILE);
  const found = await stat(file).catch((error: unknown) => {
    // it ended meanwhile, and took its file along
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return;
  const { uid, gid, mode } = found;
  const temporary = temporaryPath(`${file}.`);
  await writeFile(temporary, [NOBODY, ...lines.slice(1)].join('\n'), { mode });
  if (process.getuid?.() === 0) await chown(temporary, uid, gid);
  const changedMeanwhile = (await readLines(file))[0] !== lines[0];
  if (changedMeanwhile) await rm(temporary);
  else await rename(temporary, file);
}

async function readLines(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
