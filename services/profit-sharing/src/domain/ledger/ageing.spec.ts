import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, parseDay } from '@ayni/kernel';
import { ageOf, type Movement } from './ageing.js';

const ON = parseDay('2026-06-30');
const moved = (daysAgo: number, more: bigint, less = 0n): Movement => ({ day: addDays(ON, -daysAgo), more, less });

test('what is owed is told by the 30, 60 and 90 days since it came', () => {
  const movements = [
    moved(0, 1n),
    moved(30, 10n),
    moved(31, 100n),
    moved(60, 1000n),
    moved(90, 10_000n),
    moved(91, 5n),
  ];
  expect(ageOf(movements, ON)).toEqual([11n, 1100n, 10_000n, 5n]);
});

test('what was paid settles the oldest first, in whatever order it was entered', () => {
  expect(ageOf([moved(5, 0n, 70n), moved(100, 50n), moved(40, 30n), moved(10, 20n)], ON)).toEqual([20n, 10n, 0n, 0n]);
});

test('what was paid beyond what was owed is told below zero, by the day of the payment', () => {
  expect(ageOf([moved(100, 50n), moved(40, 0n, 70n)], ON)).toEqual([0n, -20n, 0n, 0n]);
});

test('the ages of any movements sum up to what is owed, and none is on the other side', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const movements = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), amount, amount), { maxLength: 30 });
  fc.assert(
    fc.property(movements, (made) => {
      const ages = ageOf(
        made.map(([daysAgo, more, less]) => moved(daysAgo, more, less)),
        ON,
      );
      const owed = made.reduce((sum, [, more, less]) => sum + more - less, 0n);
      expect(ages.reduce((sum, age) => sum + age, 0n)).toBe(owed);
      expect(ages.every((age) => (owed < 0n ? age <= 0n : age >= 0n))).toBe(true);
    }),
  );
});
