import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../row.js';
import { memoryOf, postmasterOf } from '../machine/processes.js';
import { Program } from '../machine/program.js';

/** A demo that was run from nothing and stopped again. */
export type Demo = {
  readonly folder: string;
  /** From the start of npm until the shares were approved. */
  readonly seconds: number;
  /** Of which after the system was ready, as the demo itself says. */
  readonly secondsOfWork: number;
  /** Of all its processes, when it had printed all that it prints. */
  readonly memory: Memory;
  /** The same {@link REST_S} seconds later, when nobody had asked it for anything. */
  readonly memoryAtRest: Memory;
};

export type Memory = readonly { readonly command: string; readonly megabytes: number }[];

/** After so many seconds V8 and the pools have given back what only the loading needed. */
export const REST_S = 20;

const RUNS = 3;
const runs = new WeakMap<Bench, Promise<readonly [Demo, ...Demo[]]>>();

/** `npm run demo` on empty folders, once for all the rows that look at it. */
export function demos(bench: Bench): Promise<readonly [Demo, ...Demo[]]> {
  const known = runs.get(bench) ?? runAll(bench);
  runs.set(bench, known);
  return known;
}

async function runAll(bench: Bench): Promise<readonly [Demo, ...Demo[]]> {
  const all: [Demo, ...Demo[]] = [await run(bench)];
  while (all.length < RUNS) all.push(await run(bench));
  return all;
}

async function run(bench: Bench): Promise<Demo> {
  const folder = await bench.folder();
  const began = performance.now();
  let approved: { at: number; secondsOfWork: number } | undefined;
  const program = await Program.start(
    'npm',
    ['run', 'demo', '--', '--data', folder, '--port', '0'],
    { ...bench.env, AYNI_LANG: 'en' },
    (line) => {
      const took = /approved shares in ([\d.]+) s/.exec(line)?.[1];
      if (took !== undefined) approved = { at: performance.now(), secondsOfWork: Number(took) };
      return line.includes('Ctrl-C to stop.') ? approved : undefined;
    },
  );
  try {
    const roots = [program.pid, await postmasterOf(folder)];
    const memory = await memoryOf(roots);
    await pause(REST_S * 1000);
    const memoryAtRest = await memoryOf(roots);
    const { at, secondsOfWork } = program.said;
    const demo = { folder, seconds: (at - began) / 1000, secondsOfWork, memory, memoryAtRest };
    const [then, later] = [memory, memoryAtRest].map((all) => megabytesOf(all).toFixed(0));
    bench.say(`demo: approved after ${demo.seconds.toFixed(1)} s, ${then} MB, at rest ${later} MB`);
    return demo;
  } finally {
    await program.stop();
  }
}

export const megabytesOf = (memory: Memory): number => memory.reduce((sum, { megabytes }) => sum + megabytes, 0);
