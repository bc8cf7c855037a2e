import { readdir, readFile } from 'node:fs/promises';

import { ENVIRONMENT } from './config.js';
import { errorCode } from './error-code.js';
import { run } from './run.js';

/** Whether a process of this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  return signal(pid, 0) !== 'gone';
}

/** Sends a signal; the process may be gone already. */
export function signal(pid: number, name: NodeJS.Signals | 0): 'sent' | 'gone' {
  try {
    process.kill(pid, name);
    return 'sent';
  } catch (error) {
    if (errorCode(error) === 'EPERM' && name === 0) return 'sent';
    if (errorCode(error) !== 'ESRCH') throw error;
    return 'gone';
  }
}

/** When the process began, in words of the system's own; with its number that names a process for good. Empty: it is gone. */
export async function startOf(pid: number): Promise<string> {
  try {
    if (process.platform !== 'linux') return await run('ps', ['-p', String(pid), '-o', 'lstart='], ENVIRONMENT);
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // the program's name, in brackets, may hold spaces and brackets
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether `word` stands as a word in the process's command line. */
export async function hasWord(pid: number, word: string): Promise<boolean> {
  return (await wordsOf(pid)).includes(word);
}

/** The first process in whose command line `word` stands as a word, with all its words. */
export async function findByWord(word: string): Promise<Process | undefined> {
  const all = process.platform === 'linux' ? await readProc() : await askPs('-ax');
  return all.find(({ words }) => words.includes(word));
}

type Process = { readonly pid: number; readonly words: string[] };

async function wordsOf(pid: number): Promise<string[]> {
  if (process.platform !== 'linux') return (await askPs(`-p${pid}`).catch(() => []))[0]?.words ?? [];
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
}

async function readProc(): Promise<Process[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  return Promise.all(pids.map(async (pid) => ({ pid, words: await wordsOf(pid) })));
}

async function askPs(which: string): Promise<Process[]> {
  const lines = (await run('ps', [which, '-ww', '-o', 'pid=,command='], ENVIRONMENT)).split('\n');
  return lines.map((line) => {
    const [pid = '', ...words] = line.trim().split(/\s+/);
    return { pid: Number(pid), words };
  });
}
