import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toldCells, type Cell } from './told-cells.js';

const members = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(from + i).padStart(3, '0'));
const cell = (group: string, from: number, count: number): Cell => ({ group, members: members(from, count) });
const told = (groupings: readonly (readonly Cell[])[], everybody = groupings[0]?.flatMap((one) => one.members) ?? []) =>
  [...toldCells(groupings, everybody)].map(({ group }) => group).toSorted();

describe('sums of groups that everybody may see', () => {
  test('are told where each group has five or more', () => {
    expect(told([[cell('women', 0, 26), cell('men', 26, 5)]])).toEqual(['men', 'women']);
  });

  test('hide a group of fewer, and the next smallest with it, or it would follow by subtraction', () => {
    expect(told([[cell('a', 0, 20), cell('b', 20, 7), cell('c', 27, 4)]])).toEqual(['a']);
    expect(told([[cell('women', 0, 26), cell('men', 26, 4)]])).toEqual([]);
  });

  test('hide another where the hidden ones together are still fewer than five', () => {
    expect(told([[cell('a', 0, 20), cell('b', 20, 9), cell('c', 29, 2), cell('d', 31, 2)]])).toEqual(['a']);
    expect(told([[cell('a', 0, 20), cell('b', 20, 9), cell('c', 29, 3), cell('d', 32, 2)]])).toEqual(['a', 'b']);
  });

  test('hide what follows from another way of grouping', () => {
    const communities = [cell('small', 0, 3), cell('middle', 3, 5), cell('large', 8, 10)];
    const tenure = [
      { group: 'long', members: [...members(0, 3), ...members(8, 10)] },
      { group: 'short', members: members(3, 5) },
    ];
    expect(told([communities])).toEqual(['large']);
    expect(told([tenure], members(0, 18))).toEqual(['long', 'short']);
    // of the two together the small one would be what is long less what is large
    expect(told([communities, tenure])).toEqual(['long', 'short']);
  });

  test('tell nothing of a co-op of four', () => {
    expect(told([[cell('women', 0, 4)]])).toEqual([]);
  });

  test('hide what two ways of grouping differ by, though it is no cell of either', () => {
    const tenure = [cell('long', 0, 12), cell('short', 12, 12)];
    // of the twelve of long standing two are of another community
    const communities = [cell('Chacoma', 0, 10), cell('Viacha', 10, 14)];
    expect(told([tenure, communities])).not.toEqual(['Chacoma', 'Viacha', 'long', 'short']);
    expect(told([tenure])).toEqual(['long', 'short']);
  });

  test('so that no sum of fewer than five follows from what is told, by any sum of multiples', () => {
    const grouped = fc.integer({ min: 1, max: 12 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }), {
        minLength: 1,
        maxLength: 3,
      }),
    );
    fc.assert(
      fc.property(grouped, (ways) => {
        const everybody = members(0, ways[0]?.length ?? 0);
        const groupings = ways.map((groups, way) =>
          [...new Set(groups)].map((group) => ({
            group: `${way} ${group}`,
            members: everybody.filter((_, i) => groups[i] === group),
          })),
        );
        const shown = [...toldCells(groupings, everybody)];
        const known = [everybody, ...shown.map((one) => one.members)];
        if (everybody.length < 5) return;
        const all = 1 << everybody.length;
        for (let set = 1; set < all; set++) {
          const few = everybody.filter((_, i) => (set & (1 << i)) !== 0);
          if (few.length < 5) expect(follows(few, known, everybody)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether a sum of members is a sum of multiples of known ones, worked out in fractions of whole numbers. */
function follows(few: readonly string[], known: readonly (readonly string[])[], everybody: readonly string[]): boolean {
  const rows = known.map((one) => everybody.map((member) => (one.includes(member) ? 1n : 0n)));
  const reduced: bigint[][] = [];
  const reduce = (row: bigint[]): bigint[] =>
    reduced.reduce((left, by) => {
      const pivot = by.findIndex((one) => one !== 0n);
      const [a, b] = [by[pivot] ?? 0n, left[pivot] ?? 0n];
      return left.map((one, i) => one * a - (by[i] ?? 0n) * b);
    }, row);
  for (const row of rows) {
    const rest = reduce(row);
    if (rest.some((one) => one !== 0n)) reduced.push(rest);
  }
  return reduce(everybody.map((member) => (few.includes(member) ? 1n : 0n))).every((one) => one === 0n);
}
