import { describe, expect, test } from '@jest/globals';
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
});
