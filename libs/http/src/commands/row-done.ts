import type { Day } from '@ayni/kernel';
import type { LoadAnswer } from './load-answer.js';

/** What became of a row: whether it is new and, where it is dated, its day if no season has that. */
export type RowDone = { readonly isNew: boolean; readonly dayOfNoSeason?: Day | undefined };

export type Counts = Omit<LoadAnswer, 'command'>;

/** How many rows of a load are new, how many were there already, and the days among them that no season has. */
export function countsOf(done: readonly RowDone[]): Counts {
  const recorded = done.filter(({ isNew }) => isNew).length;
  const days = [...new Set(done.flatMap(({ dayOfNoSeason }) => dayOfNoSeason ?? []))].sort();
  return {
    recorded,
    unchanged: done.length - recorded,
    ...(days.length > 0 ? { noSeason: true, daysOfNoSeason: days } : {}),
  };
}
