import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { centavos, formatAmount, lineAmount, parseAmount } from './money.js';
import { parseQuantity } from './quantity.js';
import { Refusal } from './refusal.js';

const line = (quantity: string, price: string): string =>
  formatAmount(lineAmount(parseQuantity(quantity), parseAmount(price, 2)), 2);

describe('what a line comes to', () => {
  test.each([
    ['3', '2.50', '7.50'],
    ['0.333', '1.00', '0.33'],
    ['0.5', '0.01', '0.01'], // half a centavo goes up
    ['0.499', '0.01', '0.00'],
    ['2.5', '0.05', '0.13'],
    ['1.005', '1.00', '1.01'], // a float would say 1.00
    ['0', '9.99', '0.00'],
    ['12.345', '0.00', '0.00'],
  ])('%s at %s is %s, rounded half up to the centavo', (quantity, price, amount) => {
    expect(line(quantity, price)).toBe(amount);
  });

  test('is within half a centavo of quantity × price', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 6n), (thousandths, price) => {
        const amount = lineAmount({ units: thousandths, places: 3 }, centavos(price));
        const twiceAway = 2n * (amount * 1000n - thousandths * price);
        expect(-1000n < twiceAway && twiceAway <= 1000n).toBe(true);
      }),
    );
  });

  test('is refused where the books could not add it up any more', () => {
    expect(() => line('999999999999999', '999999999999999')).toThrow(Refusal);
    expect(() => line('1000000', '92233720.37')).toThrow(expect.objectContaining({ code: 'amount-too-large' }));
  });
});

describe('an amount', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n), (value) => {
        expect(parseAmount(formatAmount(value, 2), 2)).toBe(value);
      }),
    );
  });

  test.each(['1.234', '-0.01', '', '1e30', '1'.repeat(31)])('%j is none', (text) => {
    expect(() => parseAmount(text, 2, '/x')).toThrow(expect.objectContaining({ code: 'bad-amount', pointer: '/x' }));
  });
});
