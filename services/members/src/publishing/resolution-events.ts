import type { DataOf, resolutionAdopted } from '@ayni/contracts';
import { isCarried, type Resolution } from '../domain/resolution.js';

export const resolutionAggregate = ({ number }: Resolution): string => `resolution/${number}`;

/** A resolution in the words of the contract: its subject stays with the co-op. */
export const resolutionData = (resolution: Resolution): DataOf<typeof resolutionAdopted> => ({
  number: resolution.number,
  adoptedOn: resolution.adoptedOn,
  votesFor: resolution.votesFor,
  votesAgainst: resolution.votesAgainst,
  abstentions: resolution.abstentions,
  carried: isCarried(resolution),
});
