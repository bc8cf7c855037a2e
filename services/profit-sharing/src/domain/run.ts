import type { Case, Outcome } from '@ayni/distribution';
import { Refusal } from '@ayni/kernel';
import { refuseUncarried, type Resolution } from './facts.js';

export const RUN_STATES = ['calculated', 'proposed', 'approved', 'rejected'] as const;
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

/** @throws Refusal `wrong-state` */
export function refuseUnless(run: Pick<Run, 'state'>, ...expected: RunState[]): void {
  if (!expected.includes(run.state))
    throw new Refusal('wrong-state', '', { state: run.state, expected: expected.join(', ') });
}

/**
 * Approving takes a second person, and a resolution that the assembly carried.
 * @throws Refusal `wrong-state`, `second-person-needed`, `unknown-reference`, `resolution-not-carried`
 */
export function refuseApproval(run: Run, by: string, number: string, resolution: Resolution | undefined): void {
  refuseUnless(run, 'proposed');
  if (by === run.calculatedBy || by === run.proposedBy) throw new Refusal('second-person-needed', '', { person: by });
  refuseUncarried(number, resolution);
}
