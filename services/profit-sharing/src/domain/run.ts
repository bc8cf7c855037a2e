import type { Case, Outcome } from '@ayni/distribution';
import { placesIn, Refusal } from '@ayni/kernel';

export const RUN_STATES = ['calculated', 'proposed', 'approved', 'paying', 'paid', 'rejected', 'superseded'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a run freezes when it is calculated. */
export type Calculation = {
  readonly id: string;
  readonly season: string;
  readonly currency: string;
  readonly case: Case;
  readonly outcome: Outcome;
  /** How many runs of the co-op were approved by then: what they left behind is in the case. */
  readonly approvedBefore: number;
  /** Which version of the season's rules it was worked out by. */
  readonly rulesVersion: number;
};

/** A run as it is kept. */
export type Run = Calculation & {
  readonly state: RunState;
  readonly version: number;
  readonly calculatedBy: string;
  readonly proposedBy: string | null;
};

/** How many places the amounts of a run's documents have: those of the books when it was calculated. */
export const placesOfRun = ({ outcome }: { readonly outcome: Pick<Outcome, 'result'> }): number =>
  placesIn(outcome.result);

/** @throws Refusal `wrong-state` */
export function refuseUnless(run: Pick<Run, 'state'>, ...expected: RunState[]): void {
  if (!expected.includes(run.state))
    throw new Refusal('wrong-state', '', { state: run.state, expected: expected.join(', ') });
}

/**
 * Approving takes a second person.
 * @throws Refusal `wrong-state`, `second-person-needed`
 */
export function refuseApproval(run: Run, isBySecondPerson: boolean): void {
  refuseUnless(run, 'proposed');
  if (!isBySecondPerson) throw new Refusal('second-person-needed', '', { person: run.calculatedBy });
}
