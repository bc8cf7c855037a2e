import { spreadOf, type Figure } from '../figure.js';
import type { Row } from '../row.js';
import { demos, megabytesOf, REST_S, type Memory } from './demo.js';

export const memoryRow: Row = {
  name: 'memory',
  carrier: 'local',
  how: `The PSS of /proc/PID/smaps_rollup of every process of \`npm run demo\` when it has just printed all that it prints, and
${REST_S} s later: npm and its shell, the program, the PostgreSQL server and all its children; three demos on empty folders.`,
  async measure(bench) {
    const all = await demos(bench);
    return [
      {
        what: 'memory of all processes (PSS) as the demo ends',
        ...figureOf(all.map(({ memory }) => memory)),
      },
      {
        what: `the same ${REST_S} s later`,
        goal: { is: 'at most', limit: 250 },
        ...figureOf(all.map(({ memoryAtRest }) => memoryAtRest)),
      },
    ];
  },
};

function figureOf(runs: readonly Memory[]): Pick<Figure, 'unit' | 'digits' | 'measured' | 'beside'> {
  return {
    unit: 'MB',
    digits: 0,
    measured: spreadOf(runs.map(megabytesOf)),
    beside: partsOf(runs[0] ?? []),
  };
}

function partsOf(memory: Memory): string {
  const byCommand = new Map<string, { count: number; megabytes: number }>();
  for (const { command: title, megabytes } of memory) {
    // npm writes into its name what it runs
    const command = title.startsWith('npm') ? 'npm' : title;
    const sum = byCommand.get(command) ?? { count: 0, megabytes: 0 };
    byCommand.set(command, { count: sum.count + 1, megabytes: sum.megabytes + megabytes });
  }
  return [...byCommand]
    .sort(([, a], [, b]) => b.megabytes - a.megabytes)
    .map(([command, { count, megabytes }]) => `${command} ${megabytes.toFixed(0)} MB${count > 1 ? ` (${count})` : ''}`)
    .join(', ');
}
