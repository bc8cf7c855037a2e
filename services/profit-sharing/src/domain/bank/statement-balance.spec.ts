import { expect, test } from '@jest/globals';
import { parseDay } from '@ayni/kernel';
import fc from 'fast-check';
import { statementBalance, type BalancedLine } from './statement-balance.js';

const FIRST = parseDay('2026-07-01');
const SECOND = parseDay('2026-07-02');

const amounts = fc.array(fc.bigInt({ min: -5n, max: 5n }), { minLength: 1, maxLength: 8 });
const linesOf = (day: BalancedLine['day'], from: bigint, moved: readonly bigint[]): BalancedLine[] => {
  let balance = from;
  return moved.map((amount) => ({ day, amount, balance: (balance += amount) }));
};
const sum = (moved: readonly bigint[]): bigint => moved.reduce((total, amount) => total + amount, 0n);

test('the balance of a statement is that after its last line, in whatever order the lines of a day came', () => {
  fc.assert(
    fc.property(amounts, amounts, fc.func(fc.nat()), (one, other, mixed) => {
      // what the first day began with is told by a line that leaves no doubt
      const opening = { day: FIRST, amount: 100n, balance: 100n };
      const lines = [opening, ...linesOf(SECOND, 100n, [...one, ...other])];
      const shuffled = [...lines].sort((a, b) => mixed(a.balance, a.amount) - mixed(b.balance, b.amount));
      expect(statementBalance(shuffled)).toBe(100n + sum(one) + sum(other));
    }),
  );
});

test('a balance is told where the statement tells it, and not where a line is missing', () => {
  expect(statementBalance([])).toBeNull();
  expect(statementBalance([{ day: FIRST, amount: 5n, balance: null }])).toBeNull();
  expect(
    statementBalance([
      { day: FIRST, amount: 5n, balance: 5n },
      { day: FIRST, amount: 5n, balance: 20n },
    ]),
  ).toBeNull();
  expect(
    statementBalance([
      { day: FIRST, amount: 5n, balance: 5n },
      { day: SECOND, amount: 2n, balance: null },
    ]),
  ).toBe(7n);
});
