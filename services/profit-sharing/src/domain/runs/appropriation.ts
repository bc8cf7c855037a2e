import type { Outcome } from '@ayni/distribution';
import { readAmount, type Day } from '@ayni/kernel';
import { credit, debit, entryOf, type Entry, type Line } from '../ledger/entry.js';
import { accountOfDebt } from '../debts/debt.js';
import { placesOfRun, type Appropriated } from './run.js';
import type { SetOff } from '../debts/set-off.js';

/**
 * Posts what an approved run makes of a season's result: into the funds, to the members' capital, against their
 * debts, and to the families; or out of the funds and forward, where it was a loss.
 */
export function appropriationEntry(
  { id, season, case: frozen, outcome }: Appropriated,
  day: Day,
  setOff: readonly SetOff[],
): Entry {
  const amountOf = amountsIn(outcome);
  const carriedBefore = new Map((frozen.households ?? []).map(({ household, carried = '0' }) => [household, carried]));
  return entryOf({ source: 'run', code: id, day }, [
    ...(outcome.loss ? lossLines(season, outcome.loss, amountOf) : surplusLines(season, outcome, amountOf)),
    ...outcome.members.map(({ member, retained }) => credit('member-capital', amountOf(retained), member)),
    ...setOffLines(setOff),
    ...outcome.households.flatMap(({ household, paid, carried }) => [
      credit('shares-payable', amountOf(paid), household),
      debit('household-carried', amountOf(carriedBefore.get(household) ?? '0'), household),
      credit('household-carried', amountOf(carried), household),
    ]),
  ]);
}

/** By member and kind of debt, and what is hers since she had brought it back already. */
function setOffLines(setOff: readonly SetOff[]): Line[] {
  const sums = new Map<string, Line>();
  const add = (line: Line): void => {
    const key = JSON.stringify([line.account, line.party]);
    const before = sums.get(key)?.credit ?? 0n;
    sums.set(key, { ...line, credit: before + line.credit });
  };
  for (const { member, household, kind, taken, tooMuch } of setOff) {
    add(credit(accountOfDebt(kind), taken, member));
    add(credit('household-credit', tooMuch, household));
  }
  return [...sums.values()];
}

/** Reads what an outcome says: its amounts have exactly the places of the books. */
function amountsIn(outcome: Pick<Outcome, 'result'>): (text: string) => bigint {
  const places = placesOfRun({ outcome });
  return (text) => readAmount(text, places);
}

function surplusLines(
  season: string,
  { result, lossesCovered, restored, funds }: Appropriated['outcome'],
  amountOf: (text: string) => bigint,
): Line[] {
  const rebuilt = new Map(Object.entries(restored));
  return [
    debit('result-appropriated', amountOf(result), season),
    credit('losses-forward', amountOf(lossesCovered)),
    ...[...rebuilt].map(([fund, amount]) => credit('fund-draws', amountOf(amount), fund)),
    ...funds.map(({ fund, amount }) => credit('funds', amountOf(amount), fund)),
  ];
}

const lossLines = (
  season: string,
  { amount, drawn, forward }: NonNullable<Outcome['loss']>,
  amountOf: (text: string) => bigint,
): Line[] => [
  ...drawn.map((draw) => debit('fund-draws', amountOf(draw.amount), draw.fund)),
  debit('losses-forward', amountOf(forward)),
  credit('result-appropriated', amountOf(amount), season),
];
