import type { Case, Outcome, UnsealedOutcome } from '@ayni/distribution';
import { formatAmount, placesIn } from '@ayni/kernel';
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
  const { members: _weighed, households: _known, ...frozen } = run.case;
  const { members: _members, households: _households, ...outcome } = run.outcome;
  return { case: frozen, outcome };
}

/** A run cut up, so that a statement can be read without all the others; its shares are made when they are asked for. */
export function sharesOf<Written extends UnsealedOutcome>(run: {
  readonly case: Case;
  readonly outcome: Written;
}): {
  readonly summary: Pick<RunSummary, 'case'> & { readonly outcome: Omit<Written, 'members' | 'households'> };
  readonly members: Iterable<MemberShare>;
  readonly households: Iterable<Omit<HouseholdShare, 'members'>>;
} {
  const { members: weighed, households: known = [], ...frozen } = run.case;
  const { members, households, ...outcome } = run.outcome;
  const weightsOf = new Map(weighed.map(({ member, weights }) => [member, weights]));
  const carriedOf = new Map(known.map(({ household, carried }) => [household, carried]));
  return {
    summary: { case: frozen, outcome },
    members: each(members, (figures) => ({ figures, weights: weightsOf.get(figures.member) ?? {} })),
    households: each(households, (figures) => ({
      figures,
      carriedBefore: carriedOf.get(figures.household) ?? formatAmount(0n, placesIn(outcome.result)),
    })),
  };
}

function* each<One, Made>(many: Iterable<One>, make: (one: One) => Made): Generator<Made, void> {
  for (const one of many) yield make(one);
}
