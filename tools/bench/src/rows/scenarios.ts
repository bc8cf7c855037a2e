import { hash } from 'node:crypto';
import { join } from 'node:path';
import { distribute, isRefused } from '@ayni/distribution';
import { fieldOf } from '@ayni/kernel';
import { shippedRuleSets } from '@ayni/rule-sets';
import { spreadOf } from '../figure.js';
import { growExample, GrownCoop } from '../load/grown.js';
import { Product } from '../machine/product.js';
import type { Row } from '../row.js';

/** The example has 24 families. */
const TIMES = 21;
const SETS = ['bo-356-by-work', 'bo-356-by-deliveries', 'bo-356-mixed', 'pe-074-90', 'br-5764', 'equal'];
const WARM = 3;
const ROUNDS = 15;

const sha256 = (text: string): string => hash('sha256', text);

/** Milliseconds that the arithmetic alone takes for the present rules and the six. */
function bare(document: object, places: number): number {
  const began = performance.now();
  const present = distribute(document, sha256, () => places);
  if (isRefused(present)) throw new Error(`the season is not shared: ${present.code}`);
  for (const code of SETS) {
    const ruleSet = shippedRuleSets.find((set) => set.code === code)?.rules;
    distribute({ ...document, ruleSet }, sha256, () => places);
  }
  return performance.now() - began;
}

export const scenariosRow: Row = {
  name: 'scenarios',
  carrier: 'local',
  how: `The example's season ${TIMES} times as large (504 families, 630 members) is loaded through the public API. One client asks
for six shipped rule sets beside the present rules, from the request to the last byte, ${ROUNDS} times after ${WARM} to warm up; in turn the
bench's own process works the same seven out from the case that the product previews, by \`distribute\` alone.`,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    await growExample(folder, TIMES);
    const product = await Product.start(await bench.folder(), bench.env);
    let coop: GrownCoop | undefined;
    try {
      coop = await GrownCoop.load(product, folder);
      const season = `/api/profit-sharing/v1/seasons/${coop.season}`;
      const document = fieldOf(await coop.read(`${season}/preview`), 'case');
      if (typeof document !== 'object' || document === null) throw new Error('nothing is previewed');
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = -WARM; round < ROUNDS; round += 1) {
        // a request that was made before is answered from what is kept of it
        const groups = [{ by: 'round', group: String(round), members: ['001'] }];
        const { took: asked } = await coop.order(`${season}/scenarios`, { shipped: SETS, groups });
        const took = [asked, bare(document, 2)] as const;
        if (round < 0) continue;
        ours.push(took[0]);
        theirs.push(took[1]);
      }
      return [
        {
          what: 'six rule sets beside the present one for 504 families, request to answer',
          goal: { is: 'at most', limit: 300 },
          unit: 'ms',
          digits: 0,
          measured: spreadOf(ours),
        },
        {
          what: 'the same ÷ the arithmetic of the seven alone',
          unit: '',
          digits: 2,
          measured: spreadOf(ours.map((time, i) => time / (theirs[i] ?? Number.NaN))),
          beside: `${spreadOf(ours).median.toFixed(0)} ms ÷ ${spreadOf(theirs).median.toFixed(0)} ms`,
        },
      ];
    } finally {
      coop?.hangUp();
      await product.stop();
    }
  },
};
