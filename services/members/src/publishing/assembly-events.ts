import type { assemblyClosed, DataOf } from '@ayni/contracts';
import { unnamed } from './resolution-events.js';

/** The aggregate under which what becomes of an assembly is told. */
export const assemblyAggregate = (code: string): string => `assembly/${code}`;

type Closed = DataOf<typeof assemblyClosed>;
type Item = Closed['agenda'][number];
type Kept<T> = { readonly [Field in keyof T]-?: Exclude<T[Field], undefined> | null };

/** An assembly that was closed, as it is kept: what an item has not is null there. */
export type ClosedAssembly = Omit<Closed, 'agenda'> & {
  readonly agenda: readonly (Kept<Pick<Item, 'votesFor' | 'votesAgainst' | 'abstentions' | 'resolution'>> &
    Omit<Item, 'votesFor' | 'votesAgainst' | 'abstentions' | 'resolution'>)[];
};

/** The same in the words of the contract. */
export const closedData = ({ agenda, ...assembly }: ClosedAssembly): Closed => ({
  ...assembly,
  agenda: agenda.map(({ number, subject, state, votesFor, votesAgainst, abstentions, resolution, covers }) => ({
    ...{ number, subject, state, covers: covers.map(unnamed) },
    ...(votesFor === null ? {} : { votesFor }),
    ...(votesAgainst === null ? {} : { votesAgainst }),
    ...(abstentions === null ? {} : { abstentions }),
    ...(resolution === null ? {} : { resolution }),
  })),
});
