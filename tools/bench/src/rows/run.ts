import { join } from 'node:path';
import { spreadOf } from '../figure.js';
import { growExample, GrownCoop } from '../load/grown.js';
import { Product } from '../machine/product.js';
import type { Row } from '../row.js';

/** The example has 24 families. */
const TIMES = 2;
const WARM = 5;
const ROUNDS = 21;

export const runRow: Row = {
  name: 'run',
  carrier: 'local',
  how: `The example's season ${TIMES} times as large (48 families, 60 members) is loaded through the public API and closed. One client
has its shares worked out and frozen as a run, from the request to the answer, which comes when it is stored; ${ROUNDS} runs after
${WARM} to warm up.`,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    await growExample(folder, TIMES);
    const product = await Product.start(await bench.folder(), bench.env);
    let coop: GrownCoop | undefined;
    try {
      coop = await GrownCoop.load(product, folder);
      await coop.close();
      const runs = `/api/profit-sharing/v1/seasons/${coop.season}/runs`;
      const took: number[] = [];
      for (let round = -WARM; round < ROUNDS; round += 1) {
        const run = await coop.order(runs, {});
        if (round >= 0) took.push(run.took);
      }
      return [
        {
          what: 'a whole run of 48 families, request to stored',
          goal: { is: 'at most', limit: 100 },
          unit: 'ms',
          digits: 0,
          measured: spreadOf(took),
        },
      ];
    } finally {
      coop?.hangUp();
      await product.stop();
    }
  },
};
