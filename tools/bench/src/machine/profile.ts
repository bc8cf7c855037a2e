import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { PROJECT } from './program.js';

type Frame = { readonly functionName: string; readonly url: string; readonly lineNumber: number };
type Recording = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: Frame }[];
  /** Microseconds of the machine's steady clock, which `process.hrtime` reads too. */
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

/** Where a process spent its time. */
export type Profile = {
  /** The functions with the most time of their own between two moments of `process.hrtime.bigint()`, as lines. */
  readonly top: (from: bigint, to: bigint, count: number) => string[];
};

/** Reads what `node --cpu-prof` wrote. */
export async function profileOf(path: string): Promise<Profile> {
  const recording: Recording = JSON.parse(await readFile(path, 'utf8'));
  const names = new Map(recording.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  return {
    top(from, to, count) {
      const own = new Map<string, number>();
      let at = recording.startTime;
      let all = 0;
      recording.samples.forEach((id, i) => {
        const delta = recording.timeDeltas[i] ?? 0;
        at += delta;
        if (at < Number(from / 1000n) || at > Number(to / 1000n)) return;
        const name = names.get(id) ?? '';
        own.set(name, (own.get(name) ?? 0) + delta);
        all += delta;
      });
      const sorted = [...own].sort(([, a], [, b]) => b - a).slice(0, count);
      return sorted.map(([name, micros]) => `${((micros / all) * 100).toFixed(1).padStart(5)} %  ${name}`);
    },
  };
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  const path = url.startsWith('file://') ? relative(PROJECT, new URL(url).pathname) : url;
  return `${name}  ${path.replace(/^node_modules\//, '')}:${lineNumber + 1}`;
}
