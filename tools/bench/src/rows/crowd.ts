import { join } from 'node:path';
import { fieldOf } from '@ayni/kernel';
import { spreadOf } from '../figure.js';
import { Crowd } from '../load/crowd.js';
import { growExample, GrownCoop } from '../load/grown.js';
import { peakOf, watchPeak } from '../machine/peak.js';
import { Product } from '../machine/product.js';
import type { Row } from '../row.js';

const MEMBERS = 100_000;
const ROUNDS = 3;
const BASES = ['work-minutes', 'value-delivered', 'equal'] as const;
const POOL = 6_423_904n;

/** What cannot be done without: a floor for each on every basis, and one sort. */
function bare(weights: readonly (readonly bigint[])[]): number {
  const began = performance.now();
  for (const ofBasis of weights) {
    const total = ofBasis.reduce((sum, weight) => sum + weight, 0n);
    const floors = ofBasis.map((weight) => (POOL * weight) / total);
    floors.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  return performance.now() - began;
}

export const crowdRow: Row = {
  name: 'split-100k',
  carrier: 'local',
  onlyByName: true,
  how: `The example's season is loaded through the public API and closed; then ${MEMBERS.toLocaleString('en')} members more, with a household, a day of work and
a delivery each, are put into the database of profit-sharing in SQL. One client has the shares of all worked out and frozen as a
run, from the request to the answer, which comes when it is stored; in turn the rows that the first run left are written with a bare
\`COPY\` into empty tables of the same columns and indexes, and the bench's own process goes through the bare loop of the row \`split\` for each
of the three bases; ${ROUNDS} rounds after one to warm up, each side of one after a checkpoint. Memory is the most that the program held (resident) in each round beyond what it
held before the first.`,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    await growExample(folder, 1);
    const product = await Product.start(await bench.folder(), bench.env, 'local', bench.profile);
    const files = await bench.folder();
    let coop: GrownCoop | undefined;
    let crowd: Crowd | undefined;
    try {
      coop = await GrownCoop.load(product, folder);
      await coop.close();
      crowd = await Crowd.gather(product.folder, MEMBERS);
      bench.say('gathered');
      const ours: number[] = [];
      const theirs: number[] = [];
      const memory: number[] = [];
      const idle = await watchPeak(product.pid);
      for (let round = -1; round < ROUNDS; round += 1) {
        await watchPeak(product.pid);
        // each takes longer than a token lives, with what is done in between
        await coop.signIn();
        await crowd.settle();
        const { took, value } = await coop.order(`/api/profit-sharing/v1/seasons/${coop.season}/runs`, {});
        const held = (await peakOf(product.pid)) - idle;
        const run = String(fieldOf(fieldOf(value, 'run'), 'id'));
        if (round < 0) await crowd.keep(run, files);
        const without = (await crowd.copy(files)) + bare(await crowd.weights(run, BASES));
        bench.say(
          `${took.toFixed(0)} ms, ${held.toFixed(0)} MB beyond ${idle.toFixed(0)}; bare ${without.toFixed(0)} ms`,
        );
        if (round < 0) continue;
        ours.push(took);
        theirs.push(without);
        memory.push(held);
      }
      return [
        {
          what: '100,000 members, three bases: read weights, split, store shares ÷ bare `COPY` of the same rows and the bare loop',
          goal: { is: 'at most', limit: 1.5 },
          unit: '',
          digits: 2,
          measured: spreadOf(ours.map((took, i) => took / (theirs[i] ?? Number.NaN))),
          beside: `${spreadOf(ours).median.toFixed(0)} ms ÷ ${spreadOf(theirs).median.toFixed(0)} ms`,
        },
        {
          what: 'memory of the program meanwhile, beyond what it held before',
          goal: { is: 'at most', limit: 400 },
          unit: 'MB',
          digits: 0,
          measured: spreadOf(memory),
        },
      ];
    } finally {
      coop?.hangUp();
      await crowd?.close();
      await product.stop();
    }
  },
};
