import { spreadOf } from '../figure.js';
import { CLIENTS, upTo } from '../load/clients.js';
import { Market } from '../load/market.js';
import type { Row } from '../row.js';

const ROUNDS = 9;
const SALES = 1_500;

export const saleRow: Row = {
  name: 'sale',
  carrier: 'local',
  how: `The whole product runs as one process on its own folder, on disk, with all services and their consumers at work.
${CLIENTS} clients in another process send one receipt of two lines a request over connections that stay open, ${SALES} in a
round; each is validated, authorised and stored under the co-op's shared lock, with its idempotency and outbox rows. In turn,
the same process writes the same rows (sales, sale_lines, outbox, commands, with all columns and contents of a sale that
the product took) with \`pg\` on ${CLIENTS} connections, as the same role under the same row-level security: begin, \`set_config\`,
one named statement per table, commit, one after the other. Bare outbox rows come with a position, so that no relay or
consumer works for them, while behind the product's sales both do. The next round waits until all is applied. ${ROUNDS} rounds of each.`,
  measure: (bench) =>
    Market.during(bench, async (market) => {
      const [ours, bare]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        bare.push(await market.write(SALES));
        ours.push((await market.sell(upTo(SALES))).accepted);
        bench.say(`round ${round + 1} of ${ROUNDS}: ${ours.at(-1)?.toFixed(0)} ÷ ${bare.at(-1)?.toFixed(0)} a second`);
      }
      return [
        {
          what: 'sale accepted over HTTP, 8 clients ÷ bare `pg`, as many connections',
          goal: { is: 'at least', limit: 0.5 },
          unit: '',
          digits: 2,
          measured: spreadOf(ours.map((rate, i) => rate / (bare[i] ?? Number.NaN))),
          beside: `${spreadOf(ours).median.toFixed(0)} ÷ ${spreadOf(bare).median.toFixed(0)} sales/s`,
        },
      ];
    }),
};
