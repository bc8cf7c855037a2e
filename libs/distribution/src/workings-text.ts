import { amountsOf } from './amount.js';
import type { Settlement } from './offsets.js';
import { workingsIn, type WorkedCase } from './outcome.js';

/** Writes the workings of a member of a case as JSON: of very many who owe nothing, which most do, without an object for each. */
export function workingsText(worked: WorkedCase): (settlement: Settlement, place: number) => string {
  const writeAmount = amountsOf(worked.case.places);
  const workings = workingsIn(worked);
  const { bases } = worked.shares;
  return (settlement, place) => {
    if (settlement.debts.length > 0) return JSON.stringify(workings(settlement, place));
    const { member, payable, kept } = settlement;
    let by = '';
    for (const { basis, split } of bases) {
      const part = split.parts[place];
      if (!part) continue;
      const { weight, floor, remainder, unit } = part;
      by +=
        `${by === '' ? '' : ','}{"basis":"${basis}","weight":"${member.weights[basis]}","counted":"${weight}",` +
        `"floor":"${writeAmount(floor)}","remainder":"${remainder}","unit":"${unit}"}`;
    }
    return `{"bases":[${by}],"payable":"${writeAmount(payable)}","kept":"${writeAmount(kept)}","debts":[]}`;
  };
}
