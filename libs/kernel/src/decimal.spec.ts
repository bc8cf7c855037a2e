import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { divideFloor, divideHalfUp, formatDecimal, parseDecimal } from './decimal.js';
import { Refusal } from './refusal.js';

const places = fc.nat(6);
const units = fc.bigInt(0n, 10n ** 15n - 1n);

describe('a decimal text', () => {
  test('comes back as it was written, with all its places', () => {
    fc.assert(
      fc.property(units, places, (value, count) => {
        expect(parseDecimal(formatDecimal(value, count), count)).toEqual({ units: value, places: count });
      }),
    );
  });

  test('may leave out places and means the same', () => {
    expect(parseDecimal('12', 2).units).toBe(1200n);
    expect(parseDecimal('12.5', 2).units).toBe(1250n);
    expect(parseDecimal('007.50', 2).units).toBe(750n);
    expect(parseDecimal('0.1', 3).units).toBe(100n); // 0.1 + 0.2 is 0.3 here
    expect(parseDecimal('0.1', 3).units + parseDecimal('0.2', 3).units).toBe(parseDecimal('0.3', 3).units);
  });

  test.each([
    '',
    '.',
    '.5',
    '5.',
    '-1',
    '+1',
    '1,50',
    '1 000',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1.234',
    '1.50\n',
    '١٢',
    '1'.repeat(16),
  ])('%j is none with two places, and the place in the request is named', (text) => {
    expect(() => parseDecimal(text, 2, '/amount', 'bad-amount')).toThrow(Refusal);
    try {
      parseDecimal(text, 2, '/amount', 'bad-amount');
    } catch (refusal) {
      expect(refusal).toMatchObject({ code: 'bad-amount', pointer: '/amount', kind: 'invalid' });
    }
  });

  test('of a number below zero has its sign before the first digit', () => {
    expect(formatDecimal(-5n, 2)).toBe('-0.05');
    expect(formatDecimal(-12_345n, 2)).toBe('-123.45');
    expect(formatDecimal(-7n, 0)).toBe('-7');
    expect(formatDecimal(0n, 2)).toBe('0.00');
  });
});

describe('division', () => {
  const divisor = fc.bigInt(1n, 10n ** 9n);

  test('to the floor is the largest whole number that is not above the quotient, also below zero', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), divisor, (a, b) => {
        const quotient = divideFloor(a, b);
        expect(quotient * b <= a && a < (quotient + 1n) * b).toBe(true);
      }),
    );
  });

  test('half up is never more than half away, and a half goes up', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 18n), divisor, (a, b) => {
        const twiceAway = 2n * (divideHalfUp(a, b) * b - a);
        expect(-b < twiceAway && twiceAway <= b).toBe(true);
      }),
    );
  });
});
