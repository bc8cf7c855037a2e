import type { Outcome } from '@ayni/distribution';
import { parseAmount, type Day } from '@ayni/kernel';
import { credit, debit, entryOf, type Entry, type Line } from './entry.js';
import type { Calculation } from './run.js';

/**
 * Posts what an approved run makes of a season's result: into the funds, to the members' capital, against their
 * advances, and to the families; or out of the funds and forward, where it was a loss.
 */
export function appropriationEntry({ id, season, case: frozen, outcome }: Calculation, day: Day): Entry {
  const carriedBefore = new Map((frozen.households ?? []).map(({ household, carried = '0' }) => [household, carried]));
  return entryOf({ source: 'run', code: id, day }, [
    ...(outcome.loss ? lossLines(season, outcome.loss) : surplusLines(season, outcome)),
    ...outcome.members.flatMap(({ member, retained, offset }) => [
      credit('member-capital', parseAmount(retained), member),
      credit('member-advances', parseAmount(offset), member),
    ]),
    ...outcome.households.flatMap(({ household, paid, carried }) => [
      credit('shares-payable', parseAmount(paid), household),
      debit('household-carried', parseAmount(carriedBefore.get(household) ?? '0'), household),
      credit('household-carried', parseAmount(carried), household),
    ]),
  ]);
}

function surplusLines(season: string, { result, lossesCovered, restored, funds }: Outcome): Line[] {
  const rebuilt = new Map(Object.entries(restored));
  return [
    debit('result-appropriated', parseAmount(result), season),
    credit('losses-forward', parseAmount(lossesCovered)),
    ...[...rebuilt].map(([fund, amount]) => credit('fund-draws', parseAmount(amount), fund)),
    ...funds.map(({ fund, amount }) => credit('funds', parseAmount(amount), fund)),
  ];
}

const lossLines = (season: string, { amount, drawn, forward }: NonNullable<Outcome['loss']>): Line[] => [
  ...drawn.map((draw) => debit('fund-draws', parseAmount(draw.amount), draw.fund)),
  debit('losses-forward', parseAmount(forward)),
  credit('result-appropriated', parseAmount(amount), season),
];
