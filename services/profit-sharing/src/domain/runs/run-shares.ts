import type { Case, Outcome } from '@ayni/distribution';
import type { CalledFunds } from '../rules/called-funds.js';

/** What each member's part was weighed by. */
export type Weights = NonNullable<Case['members'][number]['weights']>;

/** A run without those who share: what their statements have in common. */
export type RunSummary = {
  readonly case: Omit<Case, 'members' | 'households'>;
  readonly outcome: Omit<Outcome, 'members' | 'households'>;
};

/** The same with what its funds were called when it was worked out. */
export type NamedSummary = RunSummary & { readonly funds: CalledFunds };

/** What a member's statement is made of, beside the summary. */
export type MemberShare = { readonly weights: Weights; readonly figures: Outcome['members'][number] };

/** What a household's statement is made of, beside the summary. */
export type HouseholdShare = {
  /** What was too small for a coin the last time. */
  readonly carriedBefore: string;
  readonly figures: Outcome['households'][number];
  readonly members: readonly Outcome['members'][number][];
};

/** What a run froze without those who share. */
export function summaryOf(run: { readonly case: Case; readonly outcome: Outcome }): RunSummary {
  const { members: _members, households: _households, ...outcome } = run.outcome;
  return { case: commonCase(run.case), outcome };
}

export function commonCase({ members: _members, households: _households, ...frozen }: Case): RunSummary['case'] {
  return frozen;
}
