import { expect, test } from '@jest/globals';
import { parseDay } from '@ayni/kernel';
import type { HeldClaims, HeldLine } from '../payouts/payouts.port.js';
import type { Payout } from '../payouts/payout.js';
import { ClaimBooks } from './claim-books.js';

const CONFIRMED_ON = parseDay('2026-07-10');

const payout = (code: string): Payout => ({
  ...{ code, run: 'run', season: '2025-2026', currency: 'BOB', rule: 'in-full', resolution: null },
  ...{ cash: 100_00n, bank: 0n, state: 'confirmed', version: 2, plannedBy: 'tesora' },
  ...{ confirmedOn: CONFIRMED_ON, runStands: true },
});
const line: HeldLine = { way: 'cash', amount: 60_00n, paidBy: null, attempts: 0, kept: null };

/** Books in which F01 is owed something, and two payouts have 60.00 for it. */
const books = (owed: { readonly credit: bigint; readonly shares: bigint }): ClaimBooks => {
  const held: HeldClaims = {
    payouts: new Map(['P1', 'P2'].map((code) => [code, payout(code)])),
    line: (_, household) => (household === 'F01' ? line : undefined),
    balances: () => ({ 'household-credit': owed.credit, 'shares-payable': owed.shares }),
  };
  return new ClaimBooks(held, 2);
};

const pay = (to: ClaimBooks, code: string, name: string) =>
  to.pay({ code, payout: name, household: 'F01' }, CONFIRMED_ON, '/rows/0');

test('a family is paid to the last centavo that it is owed, and no centavo beyond', () => {
  const exact = books({ credit: 20_00n, shares: 100_00n });
  expect(pay(exact, 'A', 'P1')).toEqual({ way: 'cash', amount: 60_00n, attempt: 1 });
  expect(pay(exact, 'B', 'P2')).toEqual({ way: 'cash', amount: 60_00n, attempt: 1 });
  const short = books({ credit: 20_00n, shares: 99_99n });
  pay(short, 'A', 'P1');
  expect(() => pay(short, 'B', 'P2')).toThrow(
    expect.objectContaining({ code: 'household-overpaid', pointer: '/rows/0/household' }),
  );
});

test('a family that a payout has nothing for is told so, and not that it does not exist', () => {
  const asked = { code: 'A', payout: 'P1', household: 'F02' };
  expect(() => books({ credit: 0n, shares: 10_00n }).pay(asked, CONFIRMED_ON, '/rows/0')).toThrow(
    expect.objectContaining({
      refusals: [expect.objectContaining({ code: 'nothing-for-household', pointer: '/rows/0/household' })],
    }),
  );
});

test('what was set off too much is given back first, then the shares', () => {
  const both = books({ credit: 20_00n, shares: 100_00n });
  expect(both.take('F01', 15_00n)).toEqual({ 'household-credit': 15_00n, 'shares-payable': 0n });
  expect(both.take('F01', 60_00n)).toEqual({ 'household-credit': 5_00n, 'shares-payable': 55_00n });
  expect(both.take('F01', 45_00n)).toEqual({ 'household-credit': 0n, 'shares-payable': 45_00n });
});
