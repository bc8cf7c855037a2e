import { BASIS_NAMES } from '@ayni/distribution';
import { formatAmount } from '@ayni/kernel';
import type { Coop } from './book.js';
import type { Chance } from './chance.js';

const FUNDS = ['legal-reserve', 'education', 'social', 'voluntary-reserve', 'riego', 'semilla'] as const;

export const drawAmount = (chance: Chance, most: number, places: number): string =>
  formatAmount(BigInt(chance.between(1, most)), places);

export const drawCoin = (chance: Chance, places: number): string =>
  formatAmount(BigInt(chance.one([1, 10, 20, 50, 100, 500])), places);

/** Rules that share by what everybody may weigh by, and name funds in any order. */
export function drawRules(chance: Chance, code: string, places: number): Coop['ruleSet'] {
  const funds = chance.some(FUNDS, 2, FUNDS.length);
  const capped = chance.some(funds, 0, 2);
  const free = funds.filter((fund) => !capped.includes(fund));
  const steps: Coop['ruleSet']['steps'][number][] = funds.map((fund) => ({
    kind: 'fund',
    fund,
    percent: chance.percent(25),
    of: chance.one(['result', 'after-losses', 'remaining']),
    rounding: chance.one(['up', 'half-up', 'down']),
    ...(capped.includes(fund) && {
      cap: chance.is(40) ? drawAmount(chance, 300_000, places) : { percent: chance.percent(60), of: 'share-capital' },
      ...(free.length > 0 && chance.is(80) && { excessTo: chance.some(free, 1, 3) }),
    }),
  }));
  for (const fund of chance.some(FUNDS, 0, 2))
    steps.splice(chance.between(0, steps.length), 0, { kind: 'restore', fund });
  if (chance.is(80)) steps.splice(chance.is(60) ? 0 : chance.between(0, steps.length), 0, { kind: 'cover-losses' });
  const bases = chance.some(BASIS_NAMES, 1, 4);
  const cuts = chance.some(
    Array.from({ length: 99 }, (_, i) => (i + 1) * 100 + chance.between(0, 99)),
    bases.length - 1,
    bases.length - 1,
  );
  const ends = [0, ...cuts.sort((a, b) => a - b), 10_000];
  return {
    code,
    steps,
    bases: bases.map((basis, i) => ({
      basis,
      percent: (((ends[i + 1] ?? 0) - (ends[i] ?? 0)) / 100).toFixed(2),
      ...(chance.is(30) && { maxPerMember: String(chance.one([100, 365, 6000, 50_000])) }),
    })),
    ...(chance.is(80) && {
      lossOrder: chance
        .some(funds, 1, funds.length)
        .map((fund) => ({ fund, ...(chance.is(60) && { atMostPercent: chance.percent(100) }) })),
    }),
    ...(chance.is(70) && { retainPercent: chance.percent(40) }),
    ...(chance.is(90) && {
      offsets: {
        order: chance.some(['advance', 'loan', 'fine'], 0, 3),
        ...(chance.is(60) && { keepPercent: chance.percent(100) }),
      },
    }),
  };
}
