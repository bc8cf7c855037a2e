import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { leftOf, positionOf, toComeOf, type GrantSums } from './grant-sums.js';

const grant: GrantSums = { agreed: 1000_00n, received: 0n, refunded: 0n, spent: 0n, writtenOff: 0n, recovered: 0n };

test('money that came lies there until it is spent or given back to the funder', () => {
  expect(positionOf({ ...grant, received: 700_00n })).toEqual({ held: 700_00n, owed: 0n });
  expect(positionOf({ ...grant, received: 700_00n, spent: 300_00n, refunded: 150_00n })).toEqual({
    ...{ held: 250_00n, owed: 0n },
  });
  expect(leftOf({ ...grant, received: 700_00n, spent: 300_00n, refunded: 150_00n })).toBe(550_00n);
});

test('what was spent before the money came is owed by the funder, until it comes or is given up', () => {
  expect(positionOf({ ...grant, spent: 400_00n })).toEqual({ held: 0n, owed: 400_00n });
  expect(positionOf({ ...grant, spent: 400_00n, received: 100_00n })).toEqual({ held: 0n, owed: 300_00n });
  expect(positionOf({ ...grant, spent: 400_00n, writtenOff: 400_00n })).toEqual({ held: 0n, owed: 0n });
  expect(toComeOf({ ...grant, received: 100_00n, writtenOff: 200_00n })).toBe(700_00n);
});

test('what came back of what it paid lowers what the funder owes, or lies there for the same purpose', () => {
  expect(positionOf({ ...grant, spent: 400_00n, recovered: 100_00n })).toEqual({ held: 0n, owed: 300_00n });
  const all = { ...grant, received: 1000_00n, spent: 1000_00n, recovered: 100_00n };
  expect(positionOf(all)).toEqual({ held: 100_00n, owed: 0n });
  expect(leftOf(all)).toBe(100_00n);
  expect(toComeOf(all)).toBe(0n);
});

test('as long as no more is charged than was agreed, a grant has money or is owed some, never both, and none is lost', () => {
  const part = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const sums = fc.tuple(part, part, part, part, part, part).map(([agreed, a, b, c, d, recovered]) => {
    const upTo = (amount: bigint, most: bigint): bigint => (most <= 0n ? 0n : amount % (most + 1n));
    const received = upTo(a, agreed);
    const refunded = upTo(b, received);
    const spent = upTo(c, agreed + recovered - refunded);
    const writtenOff = upTo(d, spent < agreed - received ? spent : agreed - received);
    return { agreed, received, refunded, spent, writtenOff, recovered };
  });
  fc.assert(
    fc.property(sums, (made) => {
      const { held, owed } = positionOf(made);
      expect(held >= 0n).toBe(true);
      expect(owed === 0n || held === 0n).toBe(true);
      expect(held - owed).toBe(made.received + made.recovered - made.refunded - made.spent + made.writtenOff);
    }),
  );
});
