import { readdir, readFile } from 'node:fs/promises';

/** Seconds of processor time that a process has used; `name` is its command, or the role of a database's connection. */
export type Worker = { readonly pid: number; readonly name: string; readonly seconds: number };

type Process = { readonly pid: number; readonly parent: number; readonly command: string; readonly ticks: number };

/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** The processes below `roots`, these included, by `/proc`. */
async function below(roots: readonly number[]): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = (await Promise.all(pids.map(read))).filter((found) => found !== undefined);
  const found = new Map(all.filter(({ pid }) => roots.includes(pid)).map((one) => [one.pid, one]));
  for (let before = 0; found.size > before;) {
    before = found.size;
    for (const one of all) if (found.has(one.parent)) found.set(one.pid, one);
  }
  return [...found.values()];
}

async function read(pid: number): Promise<Process | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, command, rest] = /^\d+ \((.*)\) (.*)/s.exec(stat) ?? [];
  if (command === undefined || rest === undefined) return undefined;
  const fields = rest.split(' ');
  return { pid, command, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

/** What all that runs below `roots` has used so far. */
export async function workersOf(roots: readonly number[]): Promise<Worker[]> {
  return Promise.all(
    (await below(roots)).map(async ({ pid, command, ticks }) => {
      return { pid, name: (await roleOf(pid)) ?? command, seconds: ticks / TICKS_PER_SECOND };
    }),
  );
}

/** Seconds used between two looks, by name; of what ended in between nothing is known. */
export function usedBetween(before: readonly Worker[], after: readonly Worker[]): Map<string, number> {
  const began = new Map(before.map(({ pid, seconds }) => [pid, seconds]));
  const used = new Map<string, number>();
  for (const { pid, name, seconds } of after) used.set(name, (used.get(name) ?? 0) + seconds - (began.get(pid) ?? 0));
  return used;
}

/** PostgreSQL writes into the title of a process for which role it works. */
async function roleOf(pid: number): Promise<string | undefined> {
  const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return /^postgres: (\w+) ayni_/.exec(title)?.[1];
}

/** Megabytes (10^6) in memory of all that runs below `roots`, shared pages counted once among those who share them. */
export async function memoryOf(roots: readonly number[]): Promise<{ command: string; megabytes: number }[]> {
  const processes = await below(roots);
  const measured = await Promise.all(
    processes.map(async ({ pid, command }) => {
      // a process may end between the list and the look
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => undefined);
      if (rollup === undefined) return [];
      const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
      if (kibibytes === undefined) throw new Error(`/proc/${pid}/smaps_rollup names no Pss`);
      return [{ command, megabytes: (Number(kibibytes) * 1024) / 1e6 }];
    }),
  );
  return measured.flat();
}

/** The server process that runs on the data folder of a system. */
export async function postmasterOf(folder: string): Promise<number> {
  const [first = ''] = (await readFile(`${folder}/postgres/postmaster.pid`, 'utf8')).split('\n');
  return Number(first);
}
