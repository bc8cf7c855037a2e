import { createHash } from 'node:crypto';
import { distribute, isRefused, type Case, type Outcome } from '@ayni/distribution';
import { formatAmount, parseAmount, parseDay } from '@ayni/kernel';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accountOfDebt, DEBT_KINDS } from '../debts/debt.js';
import { appropriationEntry } from './appropriation.js';
import { setOffOf } from '../debts/set-off.js';
import type { Entry } from '../ledger/entry.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const cents = fc.bigInt({ min: 0n, max: 10_000_000n });
const amount = cents.map((units) => formatAmount(units, 2));
const percent = fc.integer({ min: 0, max: 4000 }).map((permyriad) => formatAmount(BigInt(permyriad), 2));

/** Cases of all sorts: surplus and loss, funds that are capped, drawn on and rebuilt, debts, coins carried. */
const cases: fc.Arbitrary<Case> = fc.record({
  currency: fc.constant('BOB'),
  ruleSet: fc.record({
    code: fc.constant('any'),
    steps: fc.tuple(percent, percent, amount).map(([first, second, cap]) => [
      { kind: 'cover-losses' as const },
      { kind: 'restore' as const, fund: 'reserve' },
      {
        kind: 'fund' as const,
        fund: 'reserve',
        percent: first,
        of: 'result' as const,
        rounding: 'up' as const,
        cap,
        excessTo: ['education', 'social'],
      },
      {
        kind: 'fund' as const,
        fund: 'education',
        percent: second,
        of: 'remaining' as const,
        rounding: 'half-up' as const,
      },
    ]),
    lossOrder: fc.constant([{ fund: 'social' }, { fund: 'reserve', atMostPercent: '50' }]),
    bases: fc.constant([{ basis: 'equal' as const, percent: '100' }]),
    retainPercent: percent,
    offsets: fc.record({ order: fc.constant(['advance']), keepPercent: percent }),
    cashUnit: fc.constantFrom('0.01', '0.10', '0.50'),
  }),
  books: fc.record({
    revenue: amount,
    deliveries: amount,
    ownExpenses: amount,
    priorLosses: amount,
    funds: fc.record({
      reserve: fc.record({ balance: amount, owed: amount }),
      social: fc.record({ balance: amount }),
    }),
    balances: fc.constant({}),
  }),
  members: fc.uniqueArray(
    fc.record({
      member: fc.integer({ min: 1, max: 99 }).map(String),
      household: fc.constantFrom('F1', 'F2', 'F3'),
      weights: fc.record({ equal: fc.integer({ min: 1, max: 365 }).map(String) }),
      debts: fc
        .array(fc.record({ kind: fc.constantFrom('advance', 'loan', 'fine'), amount }), { maxLength: 2 })
        .map((debts) => debts.map((debt, i) => ({ ...debt, code: `D${i}` }))),
    }),
    { selector: ({ member }) => member, minLength: 1, maxLength: 8 },
  ),
  households: fc.constantFrom(
    [],
    [{ household: 'F1', carried: '0.07' }],
    [{ household: 'F9', carried: '12.34', pays: 'cash' as const }],
  ),
});

const balanceOf = ({ lines }: Entry, account: string, party = ''): bigint =>
  lines
    .filter((line) => line.account === account && (party === '' || line.party === party))
    .reduce((sum, line) => sum + line.credit - line.debit, 0n);

/** By how much a member owes less. */
const owedLess = (entry: Entry, member: string): bigint =>
  DEBT_KINDS.reduce((sum, kind) => sum + balanceOf(entry, accountOfDebt(kind), member), 0n);

function posted(document: Case, repaid: ReadonlyMap<string, bigint> = new Map()): { outcome: Outcome; entry: Entry } {
  const outcome = distribute(document, sha256, () => 2);
  if (isRefused(outcome)) throw new Error(outcome.detail);
  const run = { id: 'r', season: 's', currency: 'BOB', case: document, outcome, approvedBefore: 0, rulesVersion: 1 };
  return { outcome, entry: appropriationEntry(run, parseDay('2026-07-01'), setOffOf(outcome, repaid)) };
}

describe('what an approved run posts', () => {
  test('balances, and moves the funds, the losses and the families to where the outcome says', () => {
    fc.assert(
      fc.property(cases, (document) => {
        const { outcome, entry } = posted(document);
        const sum = (side: 'debit' | 'credit'): bigint => entry.lines.reduce((total, line) => total + line[side], 0n);
        expect(sum('debit')).toBe(sum('credit'));
        expect(entry.lines.every(({ debit, credit }) => debit > 0n !== credit > 0n)).toBe(true);
        for (const { fund, balance } of outcome.funds) {
          const before = parseAmount(document.books.funds?.[fund]?.balance ?? '0', 2);
          const moved = balanceOf(entry, 'funds', fund) + balanceOf(entry, 'fund-draws', fund);
          expect(formatAmount(before + moved, 2)).toBe(balance);
        }
        expect(balanceOf(entry, 'result-appropriated')).toBe(
          parseAmount(outcome.loss?.amount ?? '0', 2) - (outcome.loss ? 0n : parseAmount(outcome.result, 2)),
        );
        for (const { household, paid, carried } of outcome.households) {
          expect(balanceOf(entry, 'shares-payable', household)).toBe(parseAmount(paid, 2));
          const before = document.households?.find((each) => each.household === household)?.carried ?? '0';
          expect(balanceOf(entry, 'household-carried', household)).toBe(
            parseAmount(carried, 2) - parseAmount(before, 2),
          );
        }
        for (const { member, offset } of outcome.members) expect(owedLess(entry, member)).toBe(parseAmount(offset, 2));
      }),
    );
  });

  test('gives back to the household what it sets off of a debt that had been brought back since', () => {
    fc.assert(
      fc.property(cases, fc.bigInt({ min: 0n, max: 1_000_000n }), (document, broughtBack) => {
        const { outcome, entry } = posted(document, new Map([['D0', broughtBack]]));
        for (const { member, workings } of outcome.members) {
          const taken = workings.debts.map(({ code, amount, taken: asked }) => {
            const owed = parseAmount(amount, 2) - (code === 'D0' ? broughtBack : 0n);
            const set = parseAmount(asked, 2);
            return owed < 0n ? 0n : owed < set ? owed : set;
          });
          expect(owedLess(entry, member)).toBe(taken.reduce((sum, amount) => sum + amount, 0n));
        }
        const given = outcome.members.reduce((sum, { member, offset }) => {
          return sum + parseAmount(offset, 2) - owedLess(entry, member);
        }, 0n);
        expect(balanceOf(entry, 'household-credit')).toBe(given);
      }),
    );
  });
});
