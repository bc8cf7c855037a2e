import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareKeys, NoWeight, split, splitInOrder, wonInTie, type Party, type Split } from './split.js';

const member = (place: number): string => String(place + 1).padStart(3, '0');
const parties = (weights: readonly (bigint | number)[], tiesWon: readonly number[] = []): Party[] =>
  weights.map((weight, i) => ({ key: member(i), weight: BigInt(weight), tiesWon: tiesWon[i] ?? 0 }));
const amounts = (result: Split): number[] => result.parts.map(({ amount }) => Number(amount));
const shares = (pool: number | bigint, weights: readonly (bigint | number)[]): number[] =>
  amounts(split(BigInt(pool), parties(weights)));

describe('worked examples', () => {
  test('100.00 over three equal members without earlier ties is 33.34, 33.33, 33.33', () => {
    const result = split(10_000n, parties([1, 1, 1]));
    expect(amounts(result)).toEqual([3334, 3333, 3333]);
    expect(result.parts.map(({ unit }) => unit)).toEqual(['lower-key', 'none', 'none']);
  });

  test('18 437.50 over thirty equal members gives ten of them 614.59 and twenty 614.58', () => {
    const result = shares(1_843_750, new Array(30).fill(1));
    expect(result.filter((amount) => amount === 61_459)).toHaveLength(10);
    expect(result.filter((amount) => amount === 61_458)).toHaveLength(20);
  });

  test('the same pool the season after gives the odd centavo to ten other members', () => {
    const first = split(1_843_750n, parties(new Array(30).fill(1)));
    const ties = first.parts.map((part) => (wonInTie(part) ? 1 : 0));
    const second = split(1_843_750n, parties(new Array(30).fill(1), ties));
    const favoured = (result: Split) => result.parts.flatMap(({ key, amount }) => (amount === 61_459n ? key : []));
    expect(favoured(second)).toHaveLength(10);
    expect(favoured(second).filter((key) => favoured(first).includes(key))).toEqual([]);
    expect(second.parts.filter(wonInTie).map(({ unit }) => unit)).toEqual(
      new Array(10).fill('fewer-ties-won').fill('lower-key'),
    );
  });

  test('29 238.32 by jornales 212.5, 187, 96.25, 0, 140.5 is 9 765.25, 8 593.42, 4 423.09, 0, 6 456.56', () => {
    const hundredthsOfJornal = [21_250, 18_700, 9_625, 0, 14_050];
    expect(shares(2_923_832, hundredthsOfJornal)).toEqual([976_525, 859_342, 442_309, 0, 645_656]);
  });

  test('-100.00 over 1, 1, 1 mirrors the surplus: -33.34, -33.33, -33.33', () => {
    expect(shares(-10_000, [1, 1, 1])).toEqual([-3334, -3333, -3333]);
  });
});

describe('published vectors', () => {
  // moneyphp/money gives the odd unit by the order of input; keys here rise in that order, so ties agree
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [5, [3, 7], [2, 3]],
    [5, [7, 3], [4, 1]],
    [5, [7, 3, 0], [4, 1, 0]],
    [5, [0, 7, 3], [0, 4, 1]],
    [5, [7, 0, 3], [4, 0, 1]],
    [0, [0, 0, 1], [0, 0, 0]],
    [2, [1, 1, 1], [1, 1, 0]],
    [1, [1, 1], [1, 0]],
    [1, [33, 66], [0, 1]],
    [101, [3, 7], [30, 71]],
    [101, [7, 3], [71, 30]],
    [15, [1, 1], [8, 7]],
    [10, [1, 1, 1], [4, 3, 3]],
  ])('moneyphp: %i by %j is %j', (pool, weights, expected) => {
    expect(shares(pool, weights)).toEqual(expected);
  });

  test('a loss is the mirror of a surplus, unlike moneyphp, which makes -5 by 7, 3 into -3, -2', () => {
    expect(shares(-5, [7, 3])).toEqual([-4, -1]);
  });

  test.each([
    [1003, [50, 50], [502, 501]],
    [-1003, [50, 50], [-502, -501]],
    [801, [1, 3], [200, 601]],
    [100, [1, 3], [25, 75]],
    [800, [1, 1, 1], [267, 267, 266]],
  ])('dinero.js: %i by %j is %j', (pool, weights, expected) => {
    expect(shares(pool, weights)).toEqual(expected);
  });

  test('NMoneys: 34 yen over 4 is 9, 9, 8, 8', () => {
    expect(shares(34, [1, 1, 1, 1])).toEqual([9, 9, 8, 8]);
  });

  // votes and seats after Balinski and Young 1975, as martinlackner/apportionment tests them, largest remainders
  test.each([
    [100, [5117, 4400, 162, 161, 160], [51, 44, 2, 2, 1]],
    [26, [9061, 7179, 5259, 3319, 1182], [9, 7, 5, 4, 1]],
    [12, [14, 28, 7, 35], [2, 4, 1, 5]],
    [3, [10, 9, 8, 8, 11, 12], [1, 0, 0, 0, 1, 1]],
    [2, [2, 1, 1, 2, 2], [1, 0, 0, 1, 0]],
  ])('apportionment: %i seats by %j is %j', (seats, votes, expected) => {
    expect(shares(seats, votes)).toEqual(expected);
  });

  test('the Alabama paradox: with 26 seats instead of 25 two parties lose one', () => {
    const votes = [1500, 1500, 900, 500, 500, 200];
    expect(shares(25, votes)).toEqual([7, 7, 4, 3, 3, 1]);
    expect(shares(26, votes)).toEqual([8, 8, 5, 2, 2, 1]);
  });
});

describe('constructed vectors', () => {
  test('C8: 1 000 by weights 0, 0, 0 is refused and names the choices', () => {
    expect(() => shares(1000, [0, 0, 0])).toThrow(NoWeight);
    expect(() => shares(1000, [])).toThrow(/another basis, equal parts, or a reserve/);
  });
});

describe('refused', () => {
  test('a negative weight', () => {
    expect(() => shares(100, [2, -1])).toThrow(RangeError);
    expect(() => shares(0, [2, -1])).toThrow(RangeError);
  });

  test('a tie between two parties of the same key, which nothing could decide', () => {
    const twins = [1n, 1n].map((weight) => ({ key: '001', weight, tiesWon: 0 }));
    expect(() => split(1n, twins)).toThrow(RangeError);
  });
});

describe('who gets the units left over', () => {
  test('the larger fraction comes before fewer ties won, and fewer ties won before the lower key', () => {
    const result = split(7n, parties([20, 20, 21, 20, 19], [1, 0, 9, 0, 0]));
    expect(amounts(result)).toEqual([1, 2, 2, 1, 1]); // 1.4 1.4 1.47 1.4 1.33: one to 003, one of 002 and 004
    expect(result.parts.map(({ unit }) => unit)).toEqual(['none', 'lower-key', 'larger-fraction', 'none', 'none']);
  });

  test('a unit is won in a tie only where an equal fraction goes without', () => {
    const all = split(3n, parties([1, 1, 4])); // 0.5 0.5 2
    expect(all.parts.filter(wonInTie).map(({ key }) => key)).toEqual(['001']);
    const both = split(2n, parties([2, 2, 1])); // 0.8 0.8 0.4
    expect(both.parts.map(({ unit }) => unit)).toEqual(['larger-fraction', 'larger-fraction', 'none']);
    const fewer = split(2n, parties([1, 1, 1], [1, 0, 0]));
    expect(fewer.parts.map(({ unit }) => unit)).toEqual(['none', 'fewer-ties-won', 'fewer-ties-won']);
  });

  test('keys compare by code unit, not by language: "B" before "a", "10" before "9"', () => {
    const keys = ['9', 'ñ', 'a', '10', 'B'].map((key) => ({ key, weight: 1n, tiesWon: 0 }));
    const won = split(3n, keys).parts.flatMap(({ key, amount }) => (amount > 0n ? key : []));
    expect(won.sort(compareKeys)).toEqual(['10', '9', 'B']);
  });

  test('in a list the earlier place wins, the eleventh after the third', () => {
    const list = new Array<bigint>(12).fill(1n);
    expect(splitInOrder(3n, list)).toEqual([1n, 1n, 1n, ...new Array<bigint>(9).fill(0n)]);
  });

  test('weights wider than a machine word are as exact as small ones', () => {
    const wide = 10n ** 40n;
    expect(amounts(split(100n, parties([wide, wide, wide])))).toEqual([34, 33, 33]);
    expect(amounts(split(10n, parties([wide, wide + 1n, wide - 1n])))).toEqual([3, 4, 3]);
  });
});

const party = fc.record({ weight: fc.oneof(fc.bigInt(0n, 12n), fc.bigInt(0n, 10n ** 25n)), tiesWon: fc.nat(3) });
const someParties = fc
  .array(party, { minLength: 1, maxLength: 40 })
  .filter((list) => list.some(({ weight }) => weight > 0n))
  .map((list) => list.map((each, i): Party => ({ key: member(i), ...each })));
const somePool = fc.oneof(fc.bigInt(0n, 200n), fc.bigInt(0n, 10n ** 18n));

/** The rule word for word, without a thought for speed. */
function byHand(pool: bigint, list: readonly Party[]): Map<string, bigint> {
  const total = list.reduce((sum, { weight }) => sum + weight, 0n);
  const result = new Map(list.map(({ key, weight }) => [key, (pool * weight) / total]));
  const fraction = ({ weight }: Party) => (pool * weight) % total;
  const queue = [...list].sort(
    (a, b) =>
      Number(fraction(b) > fraction(a)) - Number(fraction(b) < fraction(a)) ||
      a.tiesWon - b.tiesWon ||
      compareKeys(a.key, b.key),
  );
  const left = pool - [...result.values()].reduce((sum, amount) => sum + amount, 0n);
  for (const { key } of queue.slice(0, Number(left))) result.set(key, (result.get(key) ?? 0n) + 1n);
  return result;
}

describe('for any pool and any parties', () => {
  test('the parts are those of the rule worked by hand', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        const parts = split(pool, list).parts;
        expect(new Map(parts.map(({ key, amount }) => [key, amount]))).toEqual(byHand(pool, list));
      }),
      { numRuns: 500 },
    );
  });

  test('nothing is lost, and nobody is a whole unit away from the exact part', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        const { parts, totalWeight } = split(pool, list);
        expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(pool);
        for (const { amount, weight } of parts) {
          const away = amount * totalWeight - pool * weight;
          expect(away < totalWeight && away > -totalWeight).toBe(true);
        }
      }),
    );
  });

  test('the workings redo each part: floor, remainder and unit', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        const { parts, totalWeight, leftOver } = split(pool, list);
        for (const { weight, floor, remainder, unit, amount } of parts) {
          expect(floor * totalWeight + remainder).toBe(pool * weight);
          expect(remainder >= 0n && remainder < totalWeight).toBe(true);
          expect(amount).toBe(unit === 'none' ? floor : floor + 1n);
        }
        expect(parts.filter(({ unit }) => unit !== 'none')).toHaveLength(Number(leftOver));
      }),
    );
  });

  test('whoever won in a tie, somebody with the same fraction went without; whoever did not, nobody did', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        const { parts } = split(pool, list);
        const without = new Set(parts.filter(({ unit }) => unit === 'none').map(({ remainder }) => remainder));
        for (const part of parts) {
          if (part.unit !== 'none') expect(wonInTie(part)).toBe(without.has(part.remainder));
        }
      }),
    );
  });

  test('the order in which parties are named changes nothing', () => {
    const shuffled = someParties.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(somePool, shuffled, (pool, [list, other]) => {
        const byKey = (result: Split) => [...result.parts].sort((a, b) => compareKeys(a.key, b.key));
        expect(byKey(split(pool, other))).toEqual(byKey(split(pool, list)));
      }),
    );
  });

  test('a weight of zero gives zero', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        for (const { weight, amount } of split(pool, list).parts) if (weight === 0n) expect(amount).toBe(0n);
      }),
    );
  });

  test('weights in another unit give the same parts', () => {
    fc.assert(
      fc.property(somePool, someParties, fc.bigInt(1n, 10n ** 12n), (pool, list, factor) => {
        const scaled = list.map((each) => ({ ...each, weight: each.weight * factor }));
        expect(amounts(split(pool, scaled))).toEqual(amounts(split(pool, list)));
      }),
    );
  });

  test('a larger weight never gets less, and equal weights differ by one unit at most', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        const parts = [...split(pool, list).parts].sort((a, b) =>
          a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : 0,
        );
        parts.forEach((part, i) => {
          const next = parts[i + 1];
          if (!next) return;
          if (next.weight > part.weight) expect(next.amount >= part.amount).toBe(true);
          else expect(next.amount - part.amount <= 1n && part.amount - next.amount <= 1n).toBe(true);
        });
      }),
    );
  });

  test('a negative pool is the mirror of the positive one', () => {
    fc.assert(
      fc.property(somePool, someParties, (pool, list) => {
        const mirrored = split(-pool, list).parts.map(({ amount }) => -amount);
        expect(mirrored).toEqual(split(pool, list).parts.map(({ amount }) => amount));
      }),
    );
  });

  test('over the seasons the odd unit goes round: equal members never differ by more than one unit in all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.array(somePool, { minLength: 1, maxLength: 30 }),
        (size, pools) => {
          let ties = new Array<number>(size).fill(0);
          const received = new Array<bigint>(size).fill(0n);
          for (const pool of pools) {
            const { parts } = split(pool, parties(new Array(size).fill(1), ties));
            ties = parts.map((part, i) => (ties[i] ?? 0) + (wonInTie(part) ? 1 : 0));
            parts.forEach(({ amount }, i) => (received[i] = (received[i] ?? 0n) + amount));
            const sorted = [...received].sort((a, b) => (a < b ? -1 : 1));
            expect((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n) <= 1n).toBe(true);
          }
        },
      ),
    );
  });
});
