import { expect, test } from '@jest/globals';
import { formatAmount, lineAmount, parseAmount, parsePositiveQuantity, centavos } from '@ayni/kernel';
import fc from 'fast-check';
import { amountFor, decimalOf, unitsOf } from './reckon.js';

const decimal = (places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.bigInt({ min: 0n, max: 99_999n }), fc.bigInt({ min: 0n, max: 10n ** BigInt(places) - 1n }))
    .map(([whole, rest]) => (places === 0 ? `${whole}` : `${whole}.${String(rest).padStart(places, '0')}`));

test('a phone reckons a line to what the system reckons it to', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }).chain(decimal), decimal(2), (quantity, price) => {
      fc.pre(/[1-9]/.test(quantity));
      expect(amountFor(quantity, price, 2)).toBe(lineAmount(parsePositiveQuantity(quantity), parseAmount(price, 2)));
    }),
  );
});

test('an amount that a phone wrote is read back, and is what the system writes', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 3 }), (units, places) => {
      expect(unitsOf(decimalOf(units, places), places)).toBe(units);
      expect(decimalOf(units, places)).toBe(formatAmount(centavos(units), places));
    }),
  );
});

test.each(['', '1.', '.5', '1,5', '1e3', '0.005'])('%j is no amount of two places', (text) => {
  expect(unitsOf(text, 2)).toBeUndefined();
});
