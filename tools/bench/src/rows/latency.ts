import { setTimeout as pause } from 'node:timers/promises';
import { percentile, spreadOf } from '../figure.js';
import { Market } from '../load/market.js';
import type { Row } from '../row.js';

const ROUNDS = 3;
const PER_SECOND = 50;
const SECONDS = 20;

type Times = { readonly sinceAnswer: number; readonly sinceRequest: number };

export const latencyRow: Row = {
  name: 'latency',
  how: `${PER_SECOND} sales a second for ${SECONDS} s, each begun at its own moment whether or not those before it are through. Counted from
the answer to the sale until the commands route (\`wait\`) of inventory and that of profit-sharing have both answered that it is
applied there, so the answers' own way is in it; p99 of each of ${ROUNDS} rounds.`,
  measure: (bench) =>
    Market.during(bench, async (market) => {
      const rounds: Times[][] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await market.stall.signIn();
        const { times } = await market.watchSelling(() => paced(market));
        rounds.push(times);
        const waits = times.map(({ sinceAnswer }) => sinceAnswer);
        bench.say(
          `round ${round + 1} of ${ROUNDS}: p50 ${percentile(waits, 0.5).toFixed(0)} ms, p99 ${percentile(waits, 0.99).toFixed(0)} ms`,
        );
      }
      const over = (share: number, time: keyof Times): number =>
        spreadOf(
          rounds.map((times) =>
            percentile(
              times.map((each) => each[time]),
              share,
            ),
          ),
        ).median;
      return [
        {
          what: 'commit to applied in the last consumer at 50 sales/s, p99',
          goal: { is: 'at most', limit: 100 },
          unit: 'ms',
          digits: 0,
          measured: spreadOf(
            rounds.map((times) =>
              percentile(
                times.map(({ sinceAnswer }) => sinceAnswer),
                0.99,
              ),
            ),
          ),
          beside:
            `p50 ${over(0.5, 'sinceAnswer').toFixed(0)} ms; counted from the request for the sale, ` +
            `p99 ${over(0.99, 'sinceRequest').toFixed(0)} ms`,
        },
      ];
    }),
};

async function paced(market: Market): Promise<{ count: number; times: Times[] }> {
  const count = PER_SECOND * SECONDS;
  const began = performance.now();
  const times = await Promise.all(
    Array.from({ length: count }, async (_, i): Promise<Times> => {
      await pause((i * 1000) / PER_SECOND);
      const requested = performance.now();
      const sold = await market.stall.sell(market.receipt());
      const answered = performance.now();
      await market.stall.applied(sold);
      const applied = performance.now();
      return { sinceAnswer: applied - answered, sinceRequest: applied - requested };
    }),
  );
  if (performance.now() - began > (SECONDS + 5) * 1000) throw new Error('the sales could not keep their pace');
  return { count, times };
}
