import { describe, expect, test } from '@jest/globals';
import { CODE, type Day } from '@ayni/kernel';
import { expiryOf, lotCode } from './lot.js';

describe('a lot', () => {
  test('bears the code of its harvest or delivery where that is free', () => {
    expect(lotCode('H000001', 1)).toBe('H000001');
    expect(lotCode('H000001', 2)).toBe('H000001.2');
  });

  test('has a code that is one also where its own is as long as codes may be', () => {
    expect(lotCode('9'.repeat(64), 12)).toBe(`${'9'.repeat(61)}.12`);
    expect(lotCode('9'.repeat(64), 12)).toMatch(CODE);
  });

  test('keeps for the shelf life of its product, across the end of a month', () => {
    const lettuce = { code: 'LETTUCE', stockUnit: 'piece', shelfLifeDays: 5 } as const;
    expect(expiryOf(lettuce, '2025-07-29' as Day)).toBe('2025-08-03');
    expect(expiryOf({ ...lettuce, shelfLifeDays: null }, '2025-07-29' as Day)).toBeNull();
  });
});
