import { distribute, isRefused, type Case, type Outcome, type RuleSet, type Sha256 } from '@ayni/distribution';
import { formatAmount, readAmount } from '@ayni/kernel';

/** Rules beside which a run is shown, with what they are called. */
export type OtherRules = { readonly name: string; readonly rules: RuleSet };

/** What other rules would have given on the books of a run; nothing of it is kept. */
export type OtherShares = {
  readonly name: string;
  /** By each family of the run, in its order; all null where the rules share nothing out. */
  readonly families: readonly (string | null)[];
  readonly funds: string | null;
  readonly pool: string | null;
  /** How many families would have got more than by the run, and how many less. */
  readonly more: number;
  readonly less: number;
};

/** A run as it was worked out, and the households in the order in which they are shown. */
type Worked = { readonly document: Case; readonly outcome: Outcome; readonly households: readonly string[] };

/**
 * Works a run out by other rules on the case that it froze.
 * @param places how many the amounts of the run have
 */
export function otherShares(
  { document, outcome, households }: Worked,
  others: readonly OtherRules[],
  places: number,
  sha256: Sha256,
): OtherShares[] {
  const present = sharesOf(outcome, places);
  const { cashUnit } = document.ruleSet;
  return others.map(({ name, rules }) => {
    const ruleSet = { ...rules, ...(cashUnit === undefined ? {} : { cashUnit }) };
    const given = distribute({ ...document, ruleSet }, sha256, () => places);
    if (isRefused(given))
      return { name, families: households.map(() => null), funds: null, pool: null, more: 0, less: 0 };
    const shares = sharesOf(given, places);
    const differences = households.map((one) => (shares.get(one) ?? 0n) - (present.get(one) ?? 0n));
    return {
      name,
      families: households.map((one) => formatAmount(shares.get(one) ?? 0n, places)),
      funds: formatAmount(
        given.funds.reduce((sum, { amount }) => sum + readAmount(amount, places), 0n),
        places,
      ),
      pool: given.pool,
      more: differences.filter((difference) => difference > 0n).length,
      less: differences.filter((difference) => difference < 0n).length,
    };
  });
}

/** What the members of each household have together. */
function sharesOf({ members }: Outcome, places: number): ReadonlyMap<string, bigint> {
  const shares = new Map<string, bigint>();
  for (const { household, share } of members)
    shares.set(household, (shares.get(household) ?? 0n) + readAmount(share, places));
  return shares;
}
