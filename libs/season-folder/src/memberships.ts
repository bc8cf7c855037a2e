import { nameKey } from '@ayni/kernel';
import type { Gatherer } from './doubles.js';
import type { Row } from './files.js';

/** What the rows of one person share: they differ in the days of her periods alone. */
const SHARED = ['given_names', 'surnames', 'sex', 'birth_year', 'household'] as const;

/**
 * Looks whether the rows of each number are periods of one person, one after the other, and counts those by which
 * she came back into `returns`, by their place in the file. Members are few: they are held in memory.
 */
export function memberships(returns: Set<number>): Gatherer<'members'> {
  const byNumber = new Map<string, Row<'members'>[]>();
  return {
    add(row) {
      const key = nameKey(row.cells.number);
      byNumber.set(key, [...(byNumber.get(key) ?? []), row]);
    },
    finish(tell) {
      for (const rows of byNumber.values()) {
        const [first, ...later] = rows.toSorted(byFirstDay);
        let before = first;
        for (const row of later) {
          const { number, joined_on: joinedOn } = row.cells;
          const leftOn = before?.cells.left_on ?? '';
          if (leftOn === '' || joinedOn <= leftOn) {
            tell(row.from, 'number', `${number} stands twice in the file, first in record ${before?.number}`);
            continue;
          }
          for (const column of SHARED)
            if (first && nameKey(first.cells[column]) !== nameKey(row.cells[column]))
              tell(row.from, column, `member ${number} has ${first.cells[column]} in record ${first.number}`);
          returns.add(row.number);
          before = row;
        }
      }
    },
    close: () => Promise.resolve(),
  };
}

/** The order in which the periods of somebody follow each other. */
export const byFirstDay = (a: Row<'members'>, b: Row<'members'>): number =>
  a.cells.joined_on < b.cells.joined_on ? -1 : a.cells.joined_on > b.cells.joined_on ? 1 : a.number - b.number;
