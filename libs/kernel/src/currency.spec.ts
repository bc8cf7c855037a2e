import { describe, expect, test } from '@jest/globals';
import { parseCurrency, PLACES_MAX, placesOf } from './currency.js';

describe('a currency', () => {
  test('is one that ISO 4217 lists', () => {
    for (const code of ['BOB', 'PEN', 'USD', 'EUR', 'COP', 'CLP', 'UYW']) expect(parseCurrency(code)).toBe(code);
    for (const code of ['bob', 'Bs', 'BOLIVIANO', '', 'ZZZ', 'XXX', 'XTS', 'XAU', 'HRK', 'BOB '])
      expect(() => parseCurrency(code)).toThrow(expect.objectContaining({ code: 'bad-currency' }));
  });

  test.each([
    ['BOB', 2],
    ['COP', 2],
    ['IDR', 2],
    ['HUF', 2],
    ['CLP', 0],
    ['PYG', 0],
    ['JPY', 0],
    ['ISK', 0],
    ['UYI', 0],
    ['TND', 3],
    ['KWD', 3],
    ['IQD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %i places, as the standard says and not as the runtime rounds', (code, places) => {
    expect(placesOf(code)).toBe(places);
  });

  test('that is not listed counts as one of two places, and none has more than four', () => {
    expect(placesOf('ZZZ')).toBe(2);
    expect(PLACES_MAX).toBe(4);
  });
});
