import { join } from 'node:path';
import { fieldOf } from '@ayni/kernel';
import { spreadOf } from '../figure.js';
import { growExample, GrownCoop } from '../load/grown.js';
import { Postings } from '../load/postings.js';
import { Product } from '../machine/product.js';
import type { Row } from '../row.js';

/** The example has 24 families. */
const TIMES = 21;
const LINES = 1_000_000;
const WARM = 5;
const ROUNDS = 21;
const BALANCES = '/api/profit-sharing/v1/ledger/balances';

export const balancesRow: Row = {
  name: 'balances',
  carrier: 'local',
  how: `The example's season ${TIMES} times as large (504 families) is loaded through the public API, closed and shared out; what it
posted is copied in SQL, with its totals, into every second year before until there are ${LINES.toLocaleString('en')} lines. One client asks for all balances
until the last byte is there, ${ROUNDS} times after ${WARM} to warm up, in turn with a \`sum\` over all lines by an index that covers it.`,
  async measure(bench) {
    const folder = join(await bench.folder(), 'season');
    await growExample(folder, TIMES);
    const product = await Product.start(await bench.folder(), bench.env);
    let coop: GrownCoop | undefined;
    let postings: Postings | undefined;
    try {
      coop = await GrownCoop.load(product, folder);
      await coop.shareOut();
      postings = await Postings.fill(product.folder, LINES);
      await coop.signIn();
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = -WARM; round < ROUNDS; round += 1) {
        const took = [await coop.ask(BALANCES), await postings.sum()] as const;
        if (round < 0) continue;
        ours.push(took[0]);
        bare.push(took[1]);
      }
      const accounts = fieldOf(await coop.read(BALANCES), 'items');
      const size = `${Array.isArray(accounts) ? accounts.length : 0} accounts and parties, ${postings.count} lines`;
      return [
        {
          what: 'balances of all accounts at 1,000,000 postings, request to last byte',
          goal: { is: 'at most', limit: 20 },
          unit: 'ms',
          digits: 1,
          measured: spreadOf(ours),
          beside: size,
        },
        {
          what: 'the same ÷ a bare sum over a covering index',
          goal: { is: 'at most', limit: 1 },
          unit: '',
          digits: 2,
          measured: spreadOf(ours.map((time, i) => time / (bare[i] ?? Number.NaN))),
          beside: `${spreadOf(ours).median.toFixed(0)} ms ÷ ${spreadOf(bare).median.toFixed(0)} ms`,
        },
      ];
    } finally {
      coop?.hangUp();
      await postings?.close();
      await product.stop();
    }
  },
};
