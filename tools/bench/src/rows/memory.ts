import { spreadOf } from '../figure.js';
import type { Row } from '../row.js';
import { demos, megabytesOf } from './demo.js';

export const memoryRow: Row = {
  name: 'memory',
  carrier: 'local',
  how: `The PSS of /proc/PID/smaps_rollup of every process of \`npm run demo\` when it has just printed all that it prints:
npm and its shell, the program, the PostgreSQL server and all its children; three demos on empty folders.`,
  async measure(bench) {
    const all = await demos(bench);
    const byCommand = new Map<string, { count: number; megabytes: number }>();
    for (const { command: title, megabytes } of all[0].memory) {
      // npm writes into its name what it runs
      const command = title.startsWith('npm') ? 'npm' : title;
      const sum = byCommand.get(command) ?? { count: 0, megabytes: 0 };
      byCommand.set(command, { count: sum.count + 1, megabytes: sum.megabytes + megabytes });
    }
    const parts = [...byCommand].sort(([, a], [, b]) => b.megabytes - a.megabytes);
    return [
      {
        what: 'memory of all processes (PSS) after the demo',
        goal: { is: 'at most', limit: 250 },
        unit: 'MB',
        digits: 0,
        measured: spreadOf(all.map(megabytesOf)),
        beside: parts
          .map(
            ([command, { count, megabytes }]) =>
              `${command} ${megabytes.toFixed(0)} MB${count > 1 ? ` (${count})` : ''}`,
          )
          .join(', '),
      },
    ];
  },
};
