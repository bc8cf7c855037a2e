import { spreadOf } from '../figure.js';
import { lasting } from '../load/clients.js';
import { Flood } from '../load/flood.js';
import { Market } from '../load/market.js';
import type { Row } from '../row.js';

const ROUNDS = 4;
const SECONDS = 15;
const LOOPS = 130;

export const floodRow: Row = {
  name: 'flood',
  carrier: 'local',
  how: `As for \`sale\`, ${SECONDS} s in a round, in turn alone and while ${LOOPS} loops in a thread of their own sign in from the same
address with made-up names, each over a connection that stays open, the next as soon as the last was answered. While they do, a user
who has signed in from there before signs in again. ${ROUNDS} rounds of each.`,
  measure: (bench) =>
    Market.during(bench, async (market) => {
      const [alone, beside]: [number[], number[]] = [[], []];
      const [signIns, tries]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        alone.push((await market.sell(lasting(SECONDS))).accepted);
        const flood = Flood.begin(market.stall.url, LOOPS);
        const began = performance.now();
        const during = await market.sell(lasting(SECONDS));
        beside.push(during.accepted);
        signIns.push(await timed(() => market.stall.signIn()));
        const seconds = (performance.now() - began) / 1000;
        tries.push((await flood.end()) / seconds);
        bench.say(
          `round ${round + 1} of ${ROUNDS}: ${beside.at(-1)?.toFixed(0)} ÷ ${alone.at(-1)?.toFixed(0)} a second, ` +
            `${tries.at(-1)?.toFixed(0)} tries a second, the right password ${signIns.at(-1)?.toFixed(0)} ms`,
        );
      }
      return [
        {
          what: `sales beside ${LOOPS} loops of sign-ins with made-up names ÷ sales alone`,
          goal: { is: 'at least', limit: 0.8 },
          unit: '',
          digits: 2,
          measured: spreadOf(beside.map((rate, i) => rate / (alone[i] ?? Number.NaN))),
          beside: `${spreadOf(beside).median.toFixed(0)} ÷ ${spreadOf(alone).median.toFixed(0)} sales/s, ${spreadOf(tries).median.toFixed(0)} tries/s`,
        },
        {
          what: 'the right password meanwhile, of a user who was here before',
          goal: { is: 'at most', limit: 2_000 },
          unit: 'ms',
          digits: 0,
          measured: spreadOf(signIns),
        },
      ];
    }),
};

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
