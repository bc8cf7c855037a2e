import type { Case, RuleSet } from '@ayni/distribution';
import { formatAmount, type Currency } from '@ayni/kernel';
import type { KeptBasis } from './bases.js';
import { ADVANCE } from './facts.js';
import type { SeasonFigures } from './figures.js';

/** What the books hold of a member in a season. */
export type MemberBooks = {
  readonly member: string;
  readonly household: string;
  /** By every basis that the books hold: minutes, centavos, grams, days of membership. */
  readonly weights: ReadonlyMap<KeptBasis, bigint>;
  readonly advances: readonly OpenDebt[];
};

export type OpenDebt = { readonly code: string; readonly amount: bigint };

/** What earlier approved runs left behind. */
export type CarryOver = {
  /** By member: odd centavos won in ties. */
  readonly tiesWon: ReadonlyMap<string, number>;
  /** By member, the oldest first. */
  readonly debts: ReadonlyMap<string, readonly (OpenDebt & { readonly kind: string })[]>;
  /** By household: what was too small for a coin. */
  readonly carried: ReadonlyMap<string, bigint>;
  /** By fund. */
  readonly funds: ReadonlyMap<string, { readonly balance: bigint; readonly owed: bigint }>;
  readonly priorLosses: bigint;
  /** What members left in the co-op. */
  readonly shareCapital: bigint;
};

/** All that a season's shares are worked out from. */
export type CaseBooks = {
  readonly currency: Currency;
  /** How many the amounts of the document have. */
  readonly places: number;
  readonly ruleSet: RuleSet;
  readonly figures: SeasonFigures;
  readonly members: readonly MemberBooks[];
  readonly carryOver: CarryOver;
};

/** The name under which a rule's cap may refer to what members left in the co-op. */
export const SHARE_CAPITAL = 'share-capital';

/** Writes the case document of a season: whoever has a membership, a weight or a debt in it stands there. */
export function writeCase({ currency, places, ruleSet, figures, members, carryOver }: CaseBooks): Case {
  const text = (amount: bigint): string => formatAmount(amount, places);
  const listed = members
    .map((books) => ({ books, debts: debtsOf(books, carryOver, text) }))
    .filter(({ books, debts }) => debts.length > 0 || [...books.weights.values()].some((weight) => weight > 0n))
    .toSorted((a, b) => byText(a.books.member, b.books.member));
  const carried = [...carryOver.carried].filter(([, amount]) => amount > 0n);
  const households = new Set([...listed.map(({ books }) => books.household), ...carried.map(([code]) => code)]);
  return {
    currency,
    ruleSet,
    books: {
      revenue: text(figures.revenue),
      deliveries: text(figures.deliveriesCost),
      ownExpenses: text(figures.ownExpenses),
      priorLosses: text(carryOver.priorLosses),
      funds: Object.fromEntries(
        [...carryOver.funds].map(([fund, { balance, owed }]) => [fund, { balance: text(balance), owed: text(owed) }]),
      ),
      balances: { [SHARE_CAPITAL]: text(carryOver.shareCapital) },
    },
    members: listed.map(({ books, debts }) => ({
      member: books.member,
      household: books.household,
      tiesWon: carryOver.tiesWon.get(books.member) ?? 0,
      weights: Object.fromEntries([...books.weights].map(([basis, weight]) => [basis, weight.toString()])),
      debts,
    })),
    households: [...households].toSorted(byText).map((household) => ({
      household,
      carried: text(carryOver.carried.get(household) ?? 0n),
      pays: 'cash' as const,
    })),
  };
}

/** What she owed before comes before what she was advanced in the season. */
function debtsOf({ member, advances }: MemberBooks, { debts }: CarryOver, text: (amount: bigint) => string): Debt[] {
  const left = debts.get(member) ?? [];
  return [...left, ...advances.map((advance) => ({ ...advance, kind: ADVANCE }))]
    .filter(({ amount }) => amount > 0n)
    .map(({ code, kind, amount }) => ({ code, kind, amount: text(amount) }));
}

type Debt = { readonly code: string; readonly kind: string; readonly amount: string };

/** By code unit, as the arithmetic orders its keys. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
