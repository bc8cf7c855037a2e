import type { Case, CommonOutcome, Outcome, WrittenPart } from '@ayni/distribution';
import { placesIn, Refusal } from '@ayni/kernel';
import type { RunSummary } from './run-shares.js';
import type { SeasonInOrder } from '../seasons/season-order.js';

export const RUN_STATES = [
  ...(['calculated', 'proposed', 'approved', 'paying', 'paid'] as const),
  ...(['rejected', 'superseded', 'reversed'] as const),
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** What a run freezes when it is calculated. */
export type Calculation = {
  readonly id: string;
  readonly season: string;
  readonly currency: string;
  readonly case: Case;
  readonly outcome: Outcome;
  /** How many approvals and reversals of the co-op's runs there were by then: what those that stood left is in the case. */
  readonly approvedBefore: number;
  /** Which version of the season's rules it was worked out by. */
  readonly rulesVersion: number;
};

/** A run that was just worked out; what its members and households get is written, and sealed, while it is stored. */
export type FreshRun = Omit<Calculation, 'outcome'> & {
  readonly outcome: CommonOutcome;
  readonly written: Iterable<WrittenPart>;
  /** Known once all that is written was gone through. */
  readonly fingerprint: () => string;
};

/** A run as it is kept. */
export type Run = Calculation & {
  readonly state: RunState;
  readonly version: number;
  readonly calculatedBy: string;
  readonly proposedBy: string | null;
  /** Who asks that it be reversed, while nobody has confirmed that. */
  readonly reversalProposedBy: string | null;
};

/** A run as it is kept, without what its members and households get: there may be very many. */
export type RunHead = Omit<Run, 'case' | 'outcome'> & RunSummary;

/** What of a run is posted when it is approved: of those who share what moves money, where there is some. */
export type Appropriated = {
  readonly id: string;
  readonly season: string;
  readonly case: { readonly households?: readonly { readonly household: string; readonly carried?: string }[] };
  readonly outcome: Pick<Outcome, 'result' | 'lossesCovered' | 'restored' | 'funds' | 'loss'> & {
    readonly members: readonly (Pick<Outcome['members'][number], 'member' | 'household' | 'retained'> & {
      readonly workings: Pick<Outcome['members'][number]['workings'], 'debts'>;
    })[];
    readonly households: readonly Pick<Outcome['households'][number], 'household' | 'paid' | 'carried'>[];
  };
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
export function refuseApproval(run: RunHead, isBySecondPerson: boolean): void {
  refuseUnless(run, 'proposed');
  if (!isBySecondPerson) throw new Refusal('second-person-needed', '', { person: run.calculatedBy });
}

/**
 * A run holds only while the rules, the runs approved before it and the places of the books are those of its calculation.
 * @param now as they are
 * @throws Refusal `run-outdated`
 */
export function refuseOutdated(
  run: Pick<RunHead, 'id' | 'outcome' | 'rulesVersion' | 'approvedBefore'>,
  now: { readonly places: number; readonly rulesVersion: number; readonly approvedBefore: number },
): void {
  const holds =
    placesOfRun(run) === now.places &&
    run.rulesVersion === now.rulesVersion &&
    run.approvedBefore === now.approvedBefore;
  if (!holds) throw new Refusal('run-outdated', '', { run: run.id });
}

/**
 * Only what nothing else was built on is reversed.
 * @param last the season whose run was approved last of those that stand
 * @throws Refusal `run-followed`
 */
export function refuseFollowed({ season }: Pick<Run, 'season'>, last: SeasonInOrder | undefined): void {
  if (last && last.code !== season) throw new Refusal('run-followed', '', { season, later: last.code });
}

/** @throws Refusal `reversal-proposed` */
export function refuseReversalProposed({ reversalProposedBy }: RunHead): void {
  if (reversalProposedBy !== null) throw new Refusal('reversal-proposed', '', { person: reversalProposedBy });
}

/**
 * Who asked that an approved run be reversed.
 * @throws Refusal `wrong-state`, `reversal-not-proposed`
 */
export function reversalProposerOf(run: RunHead): string {
  refuseUnless(run, 'approved');
  if (run.reversalProposedBy === null) throw new Refusal('reversal-not-proposed');
  return run.reversalProposedBy;
}
