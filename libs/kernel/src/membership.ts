import { addDays, overlap, type Day, type DayRange } from './calendar.js';

/** From when to when somebody belongs to a co-op. */
export type Membership = {
  readonly joinedOn: Day;
  /** Her last day, which still counts; null while she belongs to it. */
  readonly leftOn: Day | null;
};

/** How many days of a range somebody belonged to the co-op. */
export const daysOfMembership = ({ joinedOn, leftOn }: Membership, range: DayRange): number =>
  overlap({ from: joinedOn, until: leftOn === null ? range.until : addDays(leftOn, 1) }, range);
