import { BASIS_NAMES, type BasisName, type Case, type RuleSet } from '@ayni/distribution';
import { formatAmount, type Currency } from '@ayni/kernel';
import type { SeasonFigures } from './figures.js';
import type { Pays } from '../payouts/payee.js';

/** What the books hold of a member in a season. */
export type MemberBooks = {
  readonly member: string;
  readonly household: string;
  /** Whether she had become a member by its end, whether she left or not. */
  readonly isMember: boolean;
};

/**
 * What members weigh by every basis: minutes, centavos, grams, days of membership, days of certificates; by member, as
 * the integer texts that a case says.
 */
export type MemberWeights = Readonly<Record<BasisName, ReadonlyMap<string, string>>>;

export type OpenDebt = { readonly code: string; readonly kind: string; readonly amount: bigint };

/** What stands beside a season's own figures as of its last day: what earlier approved runs left, and what moved it since. */
export type CarryOver = {
  /** By member: odd centavos won in ties. */
  readonly tiesWon: ReadonlyMap<string, number>;
  /** By member, by day and then by code: what is left of each. */
  readonly debts: ReadonlyMap<string, readonly OpenDebt[]>;
  /** By household: what was too small for a coin. */
  readonly carried: ReadonlyMap<string, bigint>;
  /** By fund. */
  readonly funds: ReadonlyMap<string, { readonly balance: bigint; readonly owed: bigint }>;
  readonly priorLosses: bigint;
  /** What certificates that members hold are worth, and what members left in the co-op of earlier shares. */
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
  readonly weights: MemberWeights;
  /** How each household is paid. */
  readonly households: ReadonlyMap<string, Pays>;
  readonly carryOver: CarryOver;
};

// there may be very many members, and most have none
const NO_DEBTS: readonly OpenDebt[] = [];
const NO_WRITTEN_DEBTS: NonNullable<Case['members'][number]['debts']> = [];

/** The name under which a rule's cap may refer to what members own of the co-op. */
export const SHARE_CAPITAL = 'share-capital';

/**
 * Writes the case document of a season: everybody who was a member by its end stands there, and whoever else has a
 * weight or a debt in it.
 * @param frozen the case that a run froze, where it is written again: who has nothing to share stands there if she
 *   stood there then, and each with the household and the way of paying of that day
 */
export function writeCase(
  { currency, places, ruleSet, figures, members, weights, households, carryOver }: CaseBooks,
  frozen?: Case,
): Case {
  // of very many amounts most are nothing
  const nothing = formatAmount(0n, places);
  const text = (amount: bigint): string => (amount === 0n ? nothing : formatAmount(amount, places));
  const before = frozen && writtenBefore(frozen);
  const householdOf = ({ member, household }: MemberBooks): string => before?.householdOf.get(member) ?? household;
  const debtsOf = (member: string): readonly OpenDebt[] =>
    carryOver.debts.get(member)?.filter(({ amount }) => amount > 0n) ?? NO_DEBTS;
  const listed = members
    .filter(
      ({ member, isMember }) =>
        (before?.householdOf.has(member) ?? isMember) ||
        debtsOf(member).length > 0 ||
        BASIS_NAMES.some((basis) => (weights[basis].get(member) ?? '0') !== '0'),
    )
    .toSorted((a, b) => byText(a.member, b.member));
  const carried = [...carryOver.carried].filter(([, amount]) => amount > 0n);
  const named = new Set([
    ...listed.map(householdOf),
    ...carried.map(([code]) => code),
    ...(before?.paysOf ?? households).keys(),
  ]);
  const bases = before?.bases ?? basesOf(ruleSet);
  const weightsOf = (member: string): Partial<Record<BasisName, string>> => {
    const written: Partial<Record<BasisName, string>> = {};
    for (const basis of bases) written[basis] = weights[basis].get(member) ?? '0';
    return written;
  };
  const writtenDebts = (debts: readonly OpenDebt[]): typeof NO_WRITTEN_DEBTS =>
    debts.length === 0
      ? NO_WRITTEN_DEBTS
      : debts.map(({ code, kind, amount }) => ({ code, kind, amount: text(amount) }));
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
    members: listed.map((books) => ({
      member: books.member,
      household: householdOf(books),
      tiesWon: carryOver.tiesWon.get(books.member) ?? 0,
      weights: weightsOf(books.member),
      debts: writtenDebts(debtsOf(books.member)),
    })),
    households: [...named].toSorted(byText).map((household) => ({
      household,
      carried: text(carryOver.carried.get(household) ?? 0n),
      pays: before?.paysOf.get(household) ?? households.get(household) ?? ('cash' as const),
    })),
  };
}

/** What a frozen case says of its day and the books of today do not. */
function writtenBefore({ members, households = [], ruleSet }: Case): {
  readonly householdOf: ReadonlyMap<string, string>;
  readonly paysOf: ReadonlyMap<string, Pays>;
  readonly bases: readonly BasisName[];
} {
  const weighed = new Set(members.flatMap(({ weights = {} }) => Object.keys(weights)));
  return {
    householdOf: new Map(members.map(({ member, household }) => [member, household])),
    paysOf: new Map(households.map(({ household, pays = 'cash' }) => [household, pays])),
    bases: weighed.size === 0 ? basesOf(ruleSet) : BASIS_NAMES.filter((basis) => weighed.has(basis)),
  };
}

/** The weights that a case says: what members cared for stays with them unless the assembly voted to share by it. */
const basesOf = ({ bases }: RuleSet): readonly BasisName[] =>
  BASIS_NAMES.filter((basis) => basis !== 'care-minutes' || bases.some((voted) => voted.basis === basis));

/** By code unit, as the arithmetic orders its keys. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
