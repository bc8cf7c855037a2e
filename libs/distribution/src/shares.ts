import { amountsOf, least } from './amount.js';
import type { BasisName } from './basis.js';
import type { ReadCase } from './case.js';
import type { RefusedCase } from './refused-case.js';
import { split, splitInOrder, wonInTie, type Split } from './split.js';

/** One basis' part of the pool, split over the members in their order; weights above the maximum count as it. */
export type BasisShares = { readonly basis: BasisName; readonly pool: bigint; readonly split: Split };

export type Shares = {
  readonly bases: readonly BasisShares[];
  /** How many odd units each member has won in ties after this run. */
  readonly tiesWon: readonly number[];
};

/** Splits the members' pool over the bases and each basis over the members; a tie won in one counts in the next. */
export function shareOut(
  pool: bigint,
  { rules, members, places }: Pick<ReadCase, 'rules' | 'members' | 'places'>,
): Shares | RefusedCase {
  const pools = splitInOrder(
    pool,
    rules.bases.map(({ percent }) => percent),
  );
  let tiesWon = members.map((member) => member.tiesWon);
  const bases: BasisShares[] = [];
  for (const [i, { basis, maxPerMember }] of rules.bases.entries()) {
    const basisPool = pools[i] ?? 0n;
    const parties = members.map(({ member, weights }, place) => {
      const weight = weights[basis];
      return {
        key: member,
        weight: maxPerMember === null ? weight : least(weight, maxPerMember),
        tiesWon: tiesWon[place] ?? 0,
      };
    });
    if (basisPool > 0n && parties.every(({ weight }) => weight === 0n)) {
      return withoutEntries(i, basis, amountsOf(places)(basisPool));
    }
    const parts = split(basisPool, parties);
    tiesWon = parts.parts.map((part, place) => (parties[place]?.tiesWon ?? 0) + (wonInTie(part) ? 1 : 0));
    bases.push({ basis, pool: basisPool, split: parts });
  }
  return { bases, tiesWon };
}

const withoutEntries = (place: number, basis: BasisName, pool: string): RefusedCase => ({
  code: 'basis-without-entries',
  pointer: `/ruleSet/bases/${place}`,
  detail: `${pool} is to be shared by ${basis}, and no member has an entry; nothing is divided silently`,
  basis,
  pool,
  choices: ['another-basis', 'equal', 'into-a-reserve'],
});
