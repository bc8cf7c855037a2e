import { execFile } from 'node:child_process';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { coopCode } from '@ayni/season-folder/codes';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { spreadOf } from '../figure.js';
import { growExample, GrownCoop } from '../load/grown.js';
import { Product } from '../machine/product.js';
import { PROJECT } from '../machine/program.js';
import type { Row } from '../row.js';

/** The example has 24 families and 2,630 records of work. */
const TIMES = 21;
const DELIVERIES = 50_000;
const ROUNDS = 3;

const run = promisify(execFile);

/** Writes the deliveries of a season's folder again and again, under other codes, until there are enough. */
async function deliverMore(folder: string): Promise<void> {
  const file = join(folder, 'deliveries.csv');
  const [, ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const more = Array.from({ length: DELIVERIES - rows.length }, (_, i) => {
    const [code = '', ...cells] = rows[i % rows.length]?.split(',') ?? [];
    return [`${code}-again-${Math.floor(i / rows.length)}`, ...cells].join(',');
  });
  await appendFile(file, `${more.join('\n')}\n`);
}

export const verifyRow: Row = {
  name: 'verify',
  carrier: 'local',
  how: `The example's season ${TIMES} times as large (504 families, 55,000 records of work) with ${DELIVERIES} deliveries is loaded through the
public API, closed, shared and approved. \`npm run ops -- verify --from-events\` is run beside the system that is idle, from the start of the
program to its end, ${ROUNDS} times: the logs of all services are replayed into an empty database and the shares worked out again.`,
  onlyByName: true,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    await growExample(folder, TIMES);
    await deliverMore(folder);
    const product = await Product.start(await bench.folder(), bench.env);
    let coop: GrownCoop | undefined;
    try {
      coop = await GrownCoop.load(product, folder);
      bench.say('loaded');
      await coop.shareOut();
      bench.say('shared');
      const { season } = coop;
      const ops = join(PROJECT, 'apps/ops/dist/main.js');
      const asked = ['--coop', coopCode(coop.coop.name), '--season', season, '--data', product.folder];
      const seconds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        const { stdout } = await run(process.execPath, [ops, 'verify', ...asked, '--from-events', '--json'], {
          env: bench.env,
        });
        seconds.push((performance.now() - began) / 1_000);
        if (fieldOf(jsonOf(stdout), 'equal') !== true) throw new Error(`the shares do not hold: ${stdout}`);
      }
      return [
        {
          what: 'verify from the event history: 504 families, 50,000 deliveries, 55,000 records of work',
          goal: { is: 'at most', limit: 30 },
          unit: 's',
          digits: 1,
          measured: spreadOf(seconds),
        },
      ];
    } finally {
      coop?.hangUp();
      await product.stop();
    }
  },
};
