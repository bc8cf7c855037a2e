import { spreadOf } from '../figure.js';
import { lasting } from '../load/clients.js';
import { Market } from '../load/market.js';
import type { Row } from '../row.js';

const ROUNDS = 3;
const SECONDS = 20;
const BARE = 6_000;

const measured =
  (goal: number): Row['measure'] =>
  (bench) =>
    Market.during(bench, async (market) => {
      const [ours, bare]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        bare.push(await market.write(BARE));
        const { count, applied } = await market.sell(lasting(SECONDS));
        ours.push(applied);
        bench.say(
          `round ${round + 1} of ${ROUNDS}: ${count} sales, ${applied.toFixed(0)} ÷ ${bare.at(-1)?.toFixed(0)} a second`,
        );
      }
      return [
        {
          what: 'the same until stock is issued and the ledger posted, sustained ÷ bare `pg`',
          goal: { is: 'at least', limit: goal },
          unit: '',
          digits: 2,
          measured: spreadOf(ours.map((rate, i) => rate / (bare[i] ?? Number.NaN))),
          beside: `${spreadOf(ours).median.toFixed(0)} ÷ ${spreadOf(bare).median.toFixed(0)} sales/s`,
        },
      ];
    });

export const chainRow: Row = {
  name: 'chain',
  carrier: 'local',
  how: `As for \`sale\`, but the clients sell for ${SECONDS} s and the clock stops when inventory has issued the stock of every
sale and profit-sharing has posted it, as the commands route of the last sale of each client says (events are applied in
order). Every sale takes from lots, of which each meets some fifty receipts. ${ROUNDS} rounds in turn with ${BARE} bare receipts.`,
  measure: measured(0.25),
};

export const kafkaChainRow: Row = {
  name: 'kafka-chain',
  carrier: 'kafka',
  how: `As \`chain\`, over Kafka: \`npm run cluster\` with its broker, its database and five processes on the same machine as
the clients. The clock stops when the inboxes of inventory and profit-sharing hold every receipt of the log.`,
  measure: measured(0.2),
};
