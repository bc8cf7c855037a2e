import { describe, expect, test } from '@jest/globals';
import { formatAmount, readAmount } from '@ayni/kernel';
import fc from 'fast-check';
import { piecesFor } from './cash.js';

describe('notes and coins', () => {
  test('are the fewest that pay each family by itself', () => {
    expect(piecesFor(['387.00', '0.70', '0.00'], 'BOB', 2).map(({ piece, count }) => `${count} × ${piece}`)).toEqual([
      ...['1 × 200.00', '1 × 100.00', '1 × 50.00', '1 × 20.00', '1 × 10.00', '1 × 5.00', '1 × 2.00'],
      ...['1 × 0.50', '1 × 0.20'],
    ]);
  });

  test('come to what is paid, whatever is paid', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000).map((tenths) => formatAmount(BigInt(tenths) * 10n, 2))), (amounts) => {
        const sum = (all: readonly string[]): bigint => all.reduce((total, each) => total + readAmount(each, 2), 0n);
        expect(sum(piecesFor(amounts, 'BOB', 2).map(({ amount }) => amount))).toBe(sum(amounts));
      }),
    );
  });

  test('are not guessed where a currency has others', () => {
    expect(piecesFor(['100.00'], 'USD', 2)).toEqual([]);
  });
});
