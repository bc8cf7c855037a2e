import { expect, test } from '@jest/globals';
import { addDays, parseDay } from '@ayni/kernel';
import { DebtBooks, inRepayment, refuseUsedDebt, type Debt } from './debt.js';

const DAY = parseDay('2025-11-10');
const advance: Debt = {
  ...{ kind: 'advance', code: 'A1', member: '004', day: DAY, amount: 86_10n, repaid: 20_00n, setOff: 6_10n },
};

test('a debt is paid back to the last centavo, in one load or several, and no centavo beyond', () => {
  const books = new DebtBooks([advance], 2);
  books.repay('A1', DAY, 59_99n, inRepayment('/rows/0'));
  books.repay('A1', addDays(DAY, 1), 1n, inRepayment('/rows/1'));
  expect(() => books.repay('A1', addDays(DAY, 1), 1n, inRepayment('/rows/2'))).toThrow(
    expect.objectContaining({ code: 'debt-overpaid', pointer: '/rows/2/amount', values: { debt: 'A1', left: '0.00' } }),
  );
});

test('nothing is paid back before it was owed, nor of a debt that the books do not have', () => {
  const books = new DebtBooks([advance], 2);
  expect(() => books.repay('A1', addDays(DAY, -1), 1n, inRepayment('/rows/0'))).toThrow(
    expect.objectContaining({ code: 'wrong-order', pointer: '/rows/0/paidOn' }),
  );
  expect(() => books.repay('A2', DAY, 1n, inRepayment('/rows/0'))).toThrow(
    expect.objectContaining({ code: 'unknown-reference', pointer: '/rows/0/debt' }),
  );
});

test('a debt of which a centavo was brought back or set off is not taken back', () => {
  expect(() => refuseUsedDebt({ ...advance, repaid: 0n, setOff: 0n }, 2)).not.toThrow();
  for (const used of [
    { repaid: 1n, setOff: 0n },
    { repaid: 0n, setOff: 1n },
  ])
    expect(() => refuseUsedDebt({ ...advance, ...used }, 2)).toThrow(expect.objectContaining({ code: 'debt-in-use' }));
});
