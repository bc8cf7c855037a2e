import { readdir, readFile } from 'node:fs/promises';

import { BARE_ENVIRONMENT } from './config.js';
import { execute } from './execute.js';

/** A process and the words of its command line. */
export type CommandLine = { readonly pid: number; readonly words: readonly string[] };

/** The words that a process was started with; none where it is gone. Not every system tells spaces in a word apart. */
export async function wordsOf(pid: number): Promise<readonly string[]> {
  if (process.platform !== 'linux') return (await askPs(`-p${pid}`).catch(() => []))[0]?.words ?? [];
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
}

/** The first process in whose command line `word` stands as a word. */
export async function findByWord(word: string): Promise<CommandLine | undefined> {
  return (await everyProcess()).find(({ words }) => words.includes(word));
}

/** The processes in whose command lines `text` stands somewhere. */
export async function findMentioning(text: string): Promise<CommandLine[]> {
  return (await everyProcess()).filter(({ words }) => words.some((word) => word.includes(text)));
}

const everyProcess = (): Promise<CommandLine[]> => (process.platform === 'linux' ? readProc() : askPs('-ax'));

async function readProc(): Promise<CommandLine[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  return Promise.all(pids.map(async (pid) => ({ pid, words: await wordsOf(pid) })));
}

async function askPs(which: string): Promise<CommandLine[]> {
  const lines = (await execute('ps', [which, '-ww', '-o', 'pid=,command='], { env: BARE_ENVIRONMENT })).split('\n');
  return lines.map((line) => {
    const [pid = '', ...words] = line.trim().split(/\s+/);
    return { pid: Number(pid), words };
  });
}
