import type { DataOf, resolutionAdopted, resolutionAdoptedV2 } from '@ayni/contracts';
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

/** The same with what it covers; who is admitted stays with the co-op. */
export const coveringData = (resolution: Resolution): DataOf<typeof resolutionAdoptedV2> => ({
  ...resolutionData(resolution),
  covers: resolution.covers.map(unnamed),
});

/** A thing as it is told to others: it names no person. */
export const unnamed = <Thing extends object>({
  member: _,
  ...thing
}: Thing & { readonly member?: string }): Omit<Thing, 'member'> => thing;
