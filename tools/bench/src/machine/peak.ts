import { readFile, writeFile } from 'node:fs/promises';

/** Begins to look for the most memory that a process of this user holds. @returns how many megabytes (10^6) it holds now */
export async function watchPeak(pid: number): Promise<number> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  return megabytesOf(pid, 'VmRSS');
}

/** The most megabytes (10^6) that the process has held since {@link watchPeak}. */
export const peakOf = (pid: number): Promise<number> => megabytesOf(pid, 'VmHWM');

async function megabytesOf(pid: number, what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const kibibytes = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error(`/proc/${pid}/status names no ${what}`);
  return (Number(kibibytes) * 1024) / 1e6;
}
