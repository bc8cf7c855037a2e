import { Refusal } from '@ayni/kernel';
import type { Tally } from './assembly-rules.js';

/** An open ballot shows who voted how; of a secret one only counts are kept. */
export const BALLOTS = ['open', 'secret'] as const;
export type Ballot = (typeof BALLOTS)[number];

export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** A member's vote on an item. */
export type Vote = { readonly member: string; readonly choice: Choice };

/** Counts the votes of an open ballot. */
export function tallyOf(votes: readonly Pick<Vote, 'choice'>[]): Tally {
  const count = (choice: Choice): number => votes.filter((vote) => vote.choice === choice).length;
  return { votesFor: count('for'), votesAgainst: count('against'), abstentions: count('abstain') };
}

/** What somebody counted in a secret ballot. */
export type Count = Tally & { readonly teller: string; readonly tellerMember: string | null };

/** @throws Refusal `more-votes-than-present` */
export function refuseTooManyCounted({ votesFor, votesAgainst, abstentions }: Tally, present: number): void {
  const votes = votesFor + votesAgainst + abstentions;
  if (votes > present)
    throw new Refusal('more-votes-than-present', '/votesFor', { votes: String(votes), present: String(present) });
}

/**
 * What the last two who counted found alike.
 * @param counts first to last
 * @param isSame whether two counts are of one person
 * @throws Refusal `second-teller-needed`, `counts-differ`
 */
export function agreedTally(counts: readonly Count[], isSame: (one: Count, other: Count) => boolean): Tally {
  const last = counts.at(-1);
  const before = last && counts.findLast((count) => !isSame(count, last));
  if (!last || !before) throw new Refusal('second-teller-needed');
  if (
    before.votesFor !== last.votesFor ||
    before.votesAgainst !== last.votesAgainst ||
    before.abstentions !== last.abstentions
  )
    throw new Refusal('counts-differ', '', { one: before.teller, other: last.teller });
  return { votesFor: last.votesFor, votesAgainst: last.votesAgainst, abstentions: last.abstentions };
}
