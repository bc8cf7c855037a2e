import type { Day } from './calendar.js';

/** From when to when somebody belongs to a co-op; one who came back has several. */
export type Membership = {
  readonly joinedOn: Day;
  /** Her last day, which still counts; null while she belongs to it. */
  readonly leftOn: Day | null;
};
