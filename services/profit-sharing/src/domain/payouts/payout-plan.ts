import { compareKeys, split } from '@ayni/distribution';
import { TILL_OF, type HandedWay, type PayoutRule } from './payout.js';
import type { Till } from '../ledger/till.js';

/** What a household is owed, in smallest units, and how it is paid. */
export type OwedHousehold = { readonly household: string; readonly way: HandedWay; readonly owed: bigint };

/** What a household is to get, in smallest units. */
export type PlannedPart = { readonly household: string; readonly amount: bigint };

export type PlanTerms = {
  readonly rule: PayoutRule;
  /** Who is paid before others, where the money pays in full; the rest follow by their codes. */
  readonly order: readonly string[];
  /** The money that is there, in smallest units. */
  readonly money: Readonly<Record<Till, bigint>>;
  /** What the smallest coin is worth, in smallest units: cash is paid in whole coins. */
  readonly coin: bigint;
};

/**
 * Plans what households get of the money that is there: of each till never more than lies in it, of each household never
 * more than it is owed. What is left out stays owed.
 */
export function planPayout(owed: readonly OwedHousehold[], terms: PlanTerms): readonly PlannedPart[] {
  const byCode = owed.filter((one) => one.owed > 0n).toSorted((a, b) => compareKeys(a.household, b.household));
  const parts = terms.rule === 'in-full' ? inFull(byCode, terms) : samePart(byCode, terms);
  return parts.filter(({ amount }) => amount > 0n);
}

/** Whoever stands first is paid whole; from the first whom its till cannot pay whole, nobody is paid out of that till. */
function inFull(owed: readonly OwedHousehold[], { order, money, coin }: PlanTerms): PlannedPart[] {
  const placeOf = new Map(order.map((household, place) => [household, place]));
  const last = order.length;
  const left = { ...money };
  const empty = new Set<Till>();
  return owed
    .toSorted((a, b) => (placeOf.get(a.household) ?? last) - (placeOf.get(b.household) ?? last))
    .map(({ household, way, owed: due }) => {
      const till = TILL_OF[way];
      const amount = wholeUnits(due, way, coin);
      if (amount > left[till]) empty.add(till);
      if (empty.has(till)) return { household, amount: 0n };
      left[till] -= amount;
      return { household, amount };
    });
}

/** Each gets the part that the scarcer till can pay; odd coins and centavos go to the larger fraction, then by code. */
function samePart(owed: readonly OwedHousehold[], { money, coin }: PlanTerms): PlannedPart[] {
  const tills = (['cash', 'bank'] as const).map((till) => {
    const unit = till === 'cash' ? coin : 1n;
    const parties = owed
      .filter(({ way }) => TILL_OF[way] === till)
      .map((one) => ({ key: one.household, weight: one.owed / unit, tiesWon: 0 }));
    const total = parties.reduce((sum, { weight }) => sum + weight, 0n);
    const there = money[till] / unit;
    return { unit, parties, total, there: there < total ? there : total };
  });
  // there / total, the least of the tills
  const least = tills
    .filter(({ total }) => total > 0n)
    .reduce((one, other) => (other.there * one.total < one.there * other.total ? other : one), {
      there: 1n,
      total: 1n,
    });
  return tills
    .flatMap(({ unit, parties, total }) =>
      split((total * least.there) / least.total, parties).parts.map(({ key, amount }) => ({
        household: key,
        amount: amount * unit,
      })),
    )
    .toSorted((a, b) => compareKeys(a.household, b.household));
}

/** What can be handed over of an amount: whole coins where it is cash. */
function wholeUnits(amount: bigint, way: HandedWay, coin: bigint): bigint {
  return TILL_OF[way] === 'cash' ? (amount / coin) * coin : amount;
}
