import { setTimeout as pause } from 'node:timers/promises';
import { percentile, spreadOf, type Figure, type Spread } from '../figure.js';
import { Market } from '../load/market.js';
import type { Row } from '../row.js';

const ROUNDS = 3;
const PER_SECOND = 50;
const SECONDS = 20;

type Times = { readonly sinceAnswer: number; readonly sinceRequest: number };

/** @param goals for the 50th and the 99th of a hundred, in ms */
const measured =
  (goals: { readonly p50?: number; readonly p99: number }): Row['measure'] =>
  (bench) =>
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
      const over = (share: number, time: keyof Times): Spread =>
        spreadOf(
          rounds.map((times) =>
            percentile(
              times.map((each) => each[time]),
              share,
            ),
          ),
        );
      const figure = (share: number, goal: number | undefined, beside: string): Figure => ({
        what: `commit to applied in the last consumer at ${PER_SECOND} sales/s, p${share * 100}`,
        ...(goal !== undefined && { goal: { is: 'at most', limit: goal } }),
        unit: 'ms',
        digits: 0,
        measured: over(share, 'sinceAnswer'),
        beside,
      });
      return [
        figure(0.5, goals.p50, ''),
        figure(
          0.99,
          goals.p99,
          `counted from the request for the sale, p99 ${over(0.99, 'sinceRequest').median.toFixed(0)} ms`,
        ),
      ];
    });

const HOW = `${PER_SECOND} sales a second for ${SECONDS} s, each begun at its own moment whether or not those before it are through. Counted from
the answer to the sale until the commands route (\`wait\`) of inventory and that of profit-sharing have both answered that it is
applied there, so the answers' own way is in it; p50 and p99 of each of ${ROUNDS} rounds.`;

export const latencyRow: Row = { name: 'latency', carrier: 'local', how: HOW, measure: measured({ p99: 30 }) };

export const kafkaLatencyRow: Row = {
  name: 'kafka-latency',
  carrier: 'kafka',
  how: 'As `latency`, over Kafka: `npm run cluster` with its broker, its database and five processes.',
  measure: measured({ p50: 40, p99: 250 }),
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
