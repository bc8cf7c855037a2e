import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { spreadOf, type Goal } from '../figure.js';
import { PROJECT } from '../machine/program.js';
import type { Row } from '../row.js';
import { demos } from './demo.js';

const EXAMPLE = join(PROJECT, 'examples/chacoma');
const run = promisify(execFile);

export const seasonRow: Row = {
  name: 'season',
  how: `\`npm run demo\` on an empty folder, from the start of npm until it says that the shares are approved: the database is
made, all records go through the public API, the season is closed, worked out, proposed and approved; three times.`,
  async measure(bench) {
    const all = await demos(bench);
    return [
      {
        what: 'Chacoma season from nothing to approved shares',
        goal: { is: 'at most', limit: 20 },
        unit: 's',
        digits: 1,
        measured: spreadOf(all.map(({ seconds }) => seconds)),
        beside: `of which ${spreadOf(all.map(({ secondsOfWork }) => secondsOfWork)).median.toFixed(1)} s once the system was ready`,
      },
    ];
  },
};

const grownRow = (times: number, goal?: Goal): Row => ({
  name: `season-${times}`,
  how: `\`npm run season\` of a folder with ${times} times the households, members, structures, grants and records, from the start
of the program to its end; once.`,
  onlyByName: true,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    const tool = (name: string): string => join(PROJECT, 'tools/season/dist', name);
    await run(process.execPath, [tool('grow.js'), EXAMPLE, folder, '--times', String(times)]);
    const began = performance.now();
    const { env } = bench;
    await run(process.execPath, [tool('main.js'), folder, '--json', `${folder}.json`], { env });
    return [
      {
        what: `a season ${times} times as large, from nothing to its outcome`,
        ...(goal && { goal }),
        unit: 's',
        digits: 1,
        measured: spreadOf([(performance.now() - began) / 1000]),
      },
    ];
  },
});

export const grownRows: readonly Row[] = [grownRow(10), grownRow(100, { is: 'at most', limit: 600 })];
