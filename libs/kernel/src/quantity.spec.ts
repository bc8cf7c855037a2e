import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatFactor,
  inStockUnits,
  parseFactor,
  parsePositiveQuantity,
  parseQuantity,
  type StockUnit,
} from './quantity.js';

const stock = (quantity: string, factor: string, unit = 'arroba', stockUnit: StockUnit = 'g'): bigint =>
  inStockUnits(parseQuantity(quantity), parseFactor(factor), { quantity, unit, stockUnit }, '/quantity');

describe('a quantity in stock units', () => {
  test('C13, constructed: 3 arrobas and 1 cuartilla of onion are 37.375 kg, 2 quintales of flour 100 kg', () => {
    expect(stock('3', '11500') + stock('1', '2875')).toBe(37_375n);
    expect(stock('2', '50000')).toBe(100_000n);
  });

  test('is exact with factors that no decimal can hold', () => {
    expect(stock('0.6', '25/3')).toBe(5n);
    expect(stock('12', '1/12', 'piece of a dozen', 'piece')).toBe(1n);
    expect(stock('0.5', '12', 'dozen', 'piece')).toBe(6n);
  });

  test('is refused where it is not whole, with quantity and unit named', () => {
    expect(() => stock('0.25', '30', 'maple', 'piece')).toThrow(
      expect.objectContaining({
        code: 'quantity-not-whole',
        pointer: '/quantity',
        values: { quantity: '0.25', unit: 'maple', stockUnit: 'piece' },
      }),
    );
  });

  test('is quantity × factor wherever that is whole, and refused wherever it is not', () => {
    const thousandths = fc.bigInt(0n, 10n ** 7n);
    const factor = fc.record({ numerator: fc.bigInt(1n, 10n ** 5n), denominator: fc.bigInt(1n, 60n) });
    fc.assert(
      fc.property(thousandths, factor, (units, { numerator, denominator }) => {
        const words = { quantity: '', unit: '', stockUnit: 'g' } as const;
        const convert = () => inStockUnits({ units, places: 3 }, parseFactor(`${numerator}/${denominator}`), words);
        const over = units * numerator;
        const under = 1000n * denominator;
        if (over % under === 0n) expect(convert() * under).toBe(over);
        else expect(convert).toThrow(expect.objectContaining({ code: 'quantity-not-whole' }));
      }),
    );
  });

  test('is refused where it is larger than any store', () => {
    expect(() => stock('999999999999999', '999999')).toThrow(expect.objectContaining({ code: 'bad-quantity' }));
  });
});

describe('a factor', () => {
  test('is kept in lowest terms and written as it would be read', () => {
    expect(formatFactor(parseFactor('2.875'))).toBe('23/8');
    expect(formatFactor(parseFactor('50/4'))).toBe('25/2');
    expect(formatFactor(parseFactor('11500'))).toBe('11500');
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), (over, under) => {
        const factor = parseFactor(`${over}/${under}`);
        expect(factor.numerator * under).toBe(factor.denominator * over);
        expect(parseFactor(formatFactor(factor))).toEqual(factor);
      }),
    );
  });

  test.each(['0', '0/1', '1/0', '1/2/3', '1/', '/2', '', '-2', '1.0000001', 'x'])('%j is none', (text) => {
    expect(() => parseFactor(text, '/factor')).toThrow(expect.objectContaining({ code: 'bad-decimal' }));
  });

  test('of a factor no part is too large for the books', () => {
    expect(parseFactor('999999999999999')).toEqual({ numerator: 999_999_999_999_999n, denominator: 1n });
    for (const text of ['999999999999999.5', '1/999999999999999.5'])
      expect(() => parseFactor(text)).toThrow(expect.objectContaining({ code: 'bad-decimal' }));
  });
});

describe('a quantity that people write', () => {
  test('has three decimals at most, and where something must be there it is above zero', () => {
    expect(parseQuantity('37.375')).toEqual({ units: 37_375n, places: 3 });
    expect(() => parseQuantity('0.0001')).toThrow(expect.objectContaining({ code: 'bad-quantity' }));
    expect(() => parsePositiveQuantity('0.000')).toThrow(expect.objectContaining({ code: 'bad-quantity' }));
    expect(parsePositiveQuantity('0.001').units).toBe(1n);
  });
});
