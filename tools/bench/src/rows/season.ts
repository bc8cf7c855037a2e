import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { grow } from '../grow.js';
import { spreadOf, type Goal } from '../figure.js';
import { PROJECT } from '../machine/program.js';
import type { CarrierName, Row } from '../row.js';
import { demos } from './demo.js';

const EXAMPLE = join(PROJECT, 'examples/chacoma');
const run = promisify(execFile);

export const seasonRow: Row = {
  name: 'season',
  carrier: 'local',
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

type Growth = { readonly name: string; readonly carrier: CarrierName; readonly times: number; readonly goal?: Goal };

const grownRow = ({ name, carrier, times, goal }: Growth): Row => ({
  name,
  carrier,
  how: `\`npm run season\`${carrier === 'kafka' ? ' with `--carrier kafka`' : ''} of ${
    times === 1 ? 'the example' : `a folder with ${times} times the households, members, structures, grants and records`
  }, from the start of the program to its end; once.`,
  onlyByName: times > 1,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    const program = join(PROJECT, 'tools/season/dist/main.js');
    if (times > 1) await grow(EXAMPLE, folder, times);
    const began = performance.now();
    const args = [times > 1 ? folder : EXAMPLE, '--json', `${folder}.json`, '--carrier', carrier];
    await run(process.execPath, [program, ...args], { env: bench.env });
    return [
      {
        what:
          times === 1
            ? 'Chacoma season from nothing to its outcome'
            : `a season ${times} times as large, from nothing to its outcome`,
        ...(goal && { goal }),
        unit: 's',
        digits: 1,
        measured: spreadOf([(performance.now() - began) / 1000]),
      },
    ];
  },
});

export const grownRows: readonly Row[] = [
  grownRow({ name: 'season-10', carrier: 'local', times: 10 }),
  grownRow({ name: 'season-100', carrier: 'local', times: 100, goal: { is: 'at most', limit: 600 } }),
  grownRow({ name: 'kafka-season', carrier: 'kafka', times: 1, goal: { is: 'at most', limit: 45 } }),
  grownRow({ name: 'kafka-season-10', carrier: 'kafka', times: 10, goal: { is: 'at most', limit: 180 } }),
];
