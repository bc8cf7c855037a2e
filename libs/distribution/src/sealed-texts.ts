import { amountsOf } from './amount.js';
import type { BasisName } from './basis.js';
import { canonicalJson, canonicalText } from './canonical-json.js';
import type { Household, Member, ReadCase } from './case.js';
import type { Payout } from './households.js';
import type { Settlement } from './offsets.js';
import type { WorkedCase } from './outcome.js';
import { compareKeys } from './split.js';

// There may be very many, and each is sealed: their texts are put together here, in the order that canonical JSON has, and
// not from an object for each. What a case and an outcome say of them are `case.ts` and `outcome.ts`; that both say the
// same is a test.

/** Writes a member of a case as it is sealed. */
export function caseMemberText({ rules, places }: ReadCase): (member: Member) => string {
  const writeAmount = amountsOf(places);
  const bases = byName(rules.bases);
  return ({ member, household, tiesWon, weights, debts }) => {
    const owed =
      debts.length === 0 ? '[]' : canonicalJson(debts.map((debt) => ({ ...debt, amount: writeAmount(debt.amount) })));
    let weighed = '';
    for (const { basis } of bases) weighed += `${weighed === '' ? '' : ','}"${basis}":"${weights[basis]}"`;
    return `{"debts":${owed},"household":${canonicalText(household)},"member":${canonicalText(member)},"tiesWon":${tiesWon},"weights":{${weighed}}}`;
  };
}

/** Writes a household of a case as it is sealed. */
export function caseHouseholdText({ places }: ReadCase): (household: Household) => string {
  const writeAmount = amountsOf(places);
  return ({ household, carried, pays }) =>
    `{"carried":"${writeAmount(carried)}","household":${canonicalText(household)},"pays":"${pays}"}`;
}

/** Writes what a member of a case gets as it is sealed. */
export function memberText({
  case: { places },
  shares,
}: WorkedCase): (settlement: Settlement, place: number) => string {
  const writeAmount = amountsOf(places);
  const bases = byName(shares.bases);
  return ({ member, share, retained, offset, debtLeft, net }, place) => {
    let by = '';
    for (const { basis, split } of bases)
      by += `${by === '' ? '' : ','}"${basis}":"${writeAmount(split.parts[place]?.amount ?? 0n)}"`;
    return (
      `{"debtLeft":"${writeAmount(debtLeft)}","household":${canonicalText(member.household)},"member":${canonicalText(member.member)},` +
      `"net":"${writeAmount(net)}","offset":"${writeAmount(offset)}","retained":"${writeAmount(retained)}",` +
      `"share":"${writeAmount(share)}","shares":{${by}},"tiesWon":${shares.tiesWon[place] ?? 0}}`
    );
  };
}

/** Writes what a household of a case is paid as it is sealed. */
export function householdText({ case: { places } }: WorkedCase): (payout: Payout) => string {
  const writeAmount = amountsOf(places);
  return ({ household, net, paid, carried }) =>
    `{"carried":"${writeAmount(carried)}","household":${canonicalText(household)},"net":"${writeAmount(net)}","paid":"${writeAmount(paid)}"}`;
}

const byName = <Of extends { readonly basis: BasisName }>(bases: readonly Of[]): readonly Of[] =>
  [...bases].sort((a, b) => compareKeys(a.basis, b.basis));
