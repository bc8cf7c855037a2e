import type { Day } from '@ayni/kernel';

/** What an assembly resolved, with its votes. */
export type Resolution = {
  readonly number: string;
  readonly adoptedOn: Day;
  readonly subject: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
};

/** Carried by a majority of those who voted for or against. */
export const isCarried = ({ votesFor, votesAgainst }: Resolution): boolean => votesFor > votesAgainst;
