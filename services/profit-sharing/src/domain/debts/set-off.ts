import { readAmount } from '@ayni/kernel';
import { isDebtKind, type DebtKind } from './debt.js';
import { placesOfRun, type Appropriated } from '../runs/run.js';

/** What a run sets off of a debt, in smallest units. */
export type SetOff = {
  readonly member: string;
  readonly household: string;
  readonly kind: DebtKind;
  readonly code: string;
  /** In the order in which her debts are set off. */
  readonly place: number;
  /** What is left of it by the run. */
  readonly left: bigint;
  /** What is taken of it. */
  readonly taken: bigint;
  /** What the run took beyond what was still owed, since it had been brought back meanwhile: it is her household's. */
  readonly tooMuch: bigint;
};

/**
 * What a run sets off when it is approved.
 * @param repaid what was brought back of debts after the season's last day, which the run does not know
 */
export function setOffOf(outcome: Appropriated['outcome'], repaid: ReadonlyMap<string, bigint>): SetOff[] {
  const places = placesOfRun({ outcome });
  return outcome.members.flatMap(({ member, household, workings }) =>
    workings.debts.map(({ kind, code, ...amounts }, place) => {
      if (!isDebtKind(kind)) throw new Error(`a run sets off ${kind} ${code}, which no book holds`);
      const left = readAmount(amounts.left, places);
      const asked = readAmount(amounts.taken, places);
      const beyond = (repaid.get(code) ?? 0n) - left;
      const tooMuch = beyond <= 0n ? 0n : beyond < asked ? beyond : asked;
      return { member, household, kind, code, place, left, taken: asked - tooMuch, tooMuch };
    }),
  );
}
