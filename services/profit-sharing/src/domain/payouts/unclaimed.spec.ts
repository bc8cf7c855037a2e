import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseDay } from '@ayni/kernel';
import { unclaimedOf } from './unclaimed.js';

const FIRST = parseDay('2025-01-01');
const at = (days: number, more: bigint, less = 0n) => ({ day: addDays(FIRST, days), more, less });

describe('what nobody claimed', () => {
  test('is what came last, since payments settle the oldest first', () => {
    const movements = [at(0, 100n), at(10, 50n), at(20, 0n, 120n)];
    expect(unclaimedOf(movements, addDays(FIRST, 40), 30)).toEqual({
      ...{ owed: 30n, since: addDays(FIRST, 10), lapsesOn: addDays(FIRST, 40), lapsed: 30n },
    });
    expect(unclaimedOf(movements, addDays(FIRST, 39), 30)).toMatchObject({ owed: 30n, lapsed: 0n });
    expect(unclaimedOf(movements, addDays(FIRST, 400), null)).toMatchObject({ lapsesOn: null, lapsed: 0n });
  });

  test('lapses part by part, never more than is owed, and never less on a later day', () => {
    const movement = fc.record({ days: fc.nat(400), more: fc.bigInt(0n, 10n ** 15n), less: fc.bigInt(0n, 10n ** 15n) });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 12 }), fc.nat(400), fc.nat(400), (moved, on, afterDays) => {
        const movements = moved.map(({ days, more, less }) => at(days, more, less));
        const [one, next] = [on, on + 1].map((day) => unclaimedOf(movements, addDays(FIRST, day), afterDays));
        const owed = one?.owed ?? 0n;
        expect((one?.lapsed ?? 0n) <= (owed > 0n ? owed : 0n)).toBe(true);
        expect((one?.lapsed ?? 0n) <= (next?.lapsed ?? 0n)).toBe(true);
        const later = unclaimedOf(movements, addDays(FIRST, 2_000), afterDays);
        expect(later.lapsed).toBe(later.owed > 0n ? later.owed : 0n);
      }),
    );
  });
});
