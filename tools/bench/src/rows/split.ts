import { split, type Party } from '@ayni/distribution';
import { spreadOf, type Figure } from '../figure.js';
import type { Row } from '../row.js';

const PARTIES = 100_000;
const POOL = 292_383_217n;
const WARM = 3;
const ROUNDS = 15;
const MOST_WEIGHT = 300_000;

/** Numbers that look like chance and are the same in every run. */
function chance(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function partiesOf(weight: () => bigint): Party[] {
  return Array.from({ length: PARTIES }, (_, i) => ({
    key: String(i).padStart(6, '0'),
    weight: weight(),
    tiesWon: i % 3,
  }));
}

/** What cannot be done without: a floor for each, and one sort. */
function bare(pool: bigint, weights: readonly bigint[]): bigint[] {
  let total = 0n;
  for (const weight of weights) total += weight;
  const floors: bigint[] = [];
  for (const weight of weights) floors.push((pool * weight) / total);
  return floors.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function milliseconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function compare(what: string, parties: readonly Party[]): Omit<Figure, 'goal'> {
  const weights = parties.map(({ weight }) => weight);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const [a, b] = [milliseconds(() => split(POOL, parties)), milliseconds(() => bare(POOL, weights))];
    if (round < 0) continue;
    ours.push(a);
    theirs.push(b);
  }
  return {
    what,
    unit: '',
    digits: 2,
    measured: spreadOf(ours.map((time, i) => time / (theirs[i] ?? Number.NaN))),
    beside: `${spreadOf(ours).median.toFixed(0)} ms ÷ ${spreadOf(theirs).median.toFixed(0)} ms`,
  };
}

export const splitRow: Row = {
  name: 'split',
  carrier: 'local',
  how: `In the process of the bench itself, ${ROUNDS} rounds in turn after ${WARM} to warm up: \`split\` of
@ayni/distribution with the workings of every part, and a loop of \`pool * weight / total\` followed by one \`sort\` with
a comparison over its floors. Weights are minutes of work from 0 to ${MOST_WEIGHT}. Equal weights are shown beside it: there the
bare sort has nothing to do, while \`split\` settles a tie of everybody by ties won before and by key.`,
  measure() {
    const random = chance();
    const uneven = partiesOf(() => BigInt(Math.floor(random() * MOST_WEIGHT)));
    const even = partiesOf(() => 1n);
    return Promise.resolve([
      {
        ...compare('`split` of 100,000 members with workings ÷ bare floors and one sort', uneven),
        goal: { is: 'at most', limit: 2 },
      },
      compare('the same with equal weights', even),
    ]);
  },
};
