import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HANDED_WAYS, TILL_OF } from './payout.js';
import { planPayout, type OwedHousehold, type PlanTerms, type PlannedPart } from './payout-plan.js';
import type { Till } from '../ledger/till.js';

const units = (max: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max });
const households: fc.Arbitrary<OwedHousehold[]> = fc.uniqueArray(
  fc.record({
    household: fc.stringMatching(/^F\d{1,3}$/),
    way: fc.constantFrom(...HANDED_WAYS),
    owed: fc.oneof(units(50_000n), units(10n ** 15n)),
  }),
  { selector: ({ household }) => household, maxLength: 40 },
);
const terms = fc.record({
  rule: fc.constantFrom('in-full' as const, 'same-part' as const),
  order: fc.shuffledSubarray(Array.from({ length: 40 }, (_, i) => `F${i}`)),
  money: fc.record({ cash: units(10n ** 15n), bank: units(10n ** 15n) }),
  coin: fc.constantFrom(1n, 10n, 50n, 100n),
});

const paidTo = (parts: readonly PlannedPart[]): ReadonlyMap<string, bigint> =>
  new Map(parts.map(({ household, amount }) => [household, amount]));
const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((total, amount) => total + amount, 0n);
const unitOf = ({ way }: OwedHousehold, { coin }: PlanTerms): bigint => (way === 'cash' ? coin : 1n);
const held = (check: (owed: OwedHousehold[], terms: PlanTerms, paid: ReadonlyMap<string, bigint>) => void): void =>
  fc.assert(
    fc.property(households, terms, (owed, asked) => {
      check(owed, asked, paidTo(planPayout(owed, asked)));
    }),
    { numRuns: 2_000 },
  );

describe('the plan of a payout', () => {
  test('takes of each till no more than lies in it, and pays nobody more than she is owed, in coins where it is cash', () => {
    held((owed, asked, paid) => {
      for (const till of ['cash', 'bank'] as const satisfies readonly Till[]) {
        const ofTill = owed.filter(({ way }) => TILL_OF[way] === till);
        expect(sum(ofTill.map(({ household }) => paid.get(household) ?? 0n)) <= asked.money[till]).toBe(true);
      }
      for (const one of owed) {
        const amount = paid.get(one.household) ?? 0n;
        expect(amount >= 0n && amount <= one.owed && amount % unitOf(one, asked) === 0n).toBe(true);
      }
      expect([...paid.keys()].every((household) => owed.some((one) => one.household === household))).toBe(true);
    });
  });

  test('pays everybody to the last coin where there is enough, by either rule', () => {
    fc.assert(
      fc.property(households, terms, (owed, asked) => {
        const money = { cash: sum(owed.map((one) => one.owed)), bank: sum(owed.map((one) => one.owed)) };
        const paid = paidTo(planPayout(owed, { ...asked, money }));
        for (const one of owed) {
          const unit = unitOf(one, asked);
          expect(paid.get(one.household) ?? 0n).toBe((one.owed / unit) * unit);
        }
      }),
    );
  });

  test('in full pays whole or not at all, and nobody before another of the same till that stands first', () => {
    held((owed, asked, paid) => {
      if (asked.rule !== 'in-full') return;
      const place = ({ household }: OwedHousehold): number => {
        const at = asked.order.indexOf(household);
        return at < 0 ? asked.order.length : at;
      };
      const due = (one: OwedHousehold): bigint => (one.owed / unitOf(one, asked)) * unitOf(one, asked);
      for (const one of owed) expect([0n, due(one)]).toContain(paid.get(one.household) ?? 0n);
      for (const one of owed)
        for (const other of owed)
          if (TILL_OF[one.way] === TILL_OF[other.way] && place(one) < place(other) && paid.has(other.household))
            expect(paid.get(one.household) ?? 0n).toBe(due(one));
    });
  });

  test('the same part is within a coin of the part of each, and one coin more would be too much for the scarcer till', () => {
    held((owed, asked, paid) => {
      if (asked.rule !== 'same-part') return;
      const tills = (['cash', 'bank'] as const).map((till) => {
        const there = owed.filter(({ way }) => TILL_OF[way] === till);
        const unit = till === 'cash' ? asked.coin : 1n;
        const coins = sum(there.map((one) => one.owed / unit));
        const money = asked.money[till] / unit;
        return { there, unit, coins, money: money < coins ? money : coins };
      });
      // a till pays the part that the scarcer one can: coins paid / coins owed
      for (const { there, unit, coins, money } of tills) {
        if (coins === 0n) continue;
        const paidCoins = sum(there.map(({ household }) => (paid.get(household) ?? 0n) / unit));
        for (const other of tills)
          if (other.coins > 0n) expect(paidCoins * other.coins <= other.money * coins).toBe(true);
        for (const one of there) {
          const exact = (one.owed / unit) * paidCoins;
          const got = ((paid.get(one.household) ?? 0n) / unit) * coins;
          expect(got > exact - coins && got < exact + coins).toBe(true);
        }
        expect(money >= paidCoins).toBe(true);
      }
      const scarce = tills.filter(({ coins }) => coins > 0n);
      expect(
        scarce.length === 0 ||
          scarce.some(
            ({ there, unit, money }) => sum(there.map(({ household }) => (paid.get(household) ?? 0n) / unit)) === money,
          ),
      ).toBe(true);
    });
  });

  test('two of the same debt with an odd coin between them: the lower code has it', () => {
    const owed = ['F02', 'F01'].map((household) => ({ household, way: 'cash' as const, owed: 1_000n }));
    const plan = planPayout(owed, { rule: 'same-part', order: [], money: { cash: 1_015n, bank: 0n }, coin: 10n });
    expect(plan).toEqual([
      { household: 'F01', amount: 510n },
      { household: 'F02', amount: 500n },
    ]);
  });
});
