import type { DataOf, workConfirmed } from '@ayni/contracts';
import type { Work } from '../domain/work.js';

/** The aggregate under which a work record's events stay in order. */
export const workAggregate = ({ code }: Work): string => `work/${code}`;

/** A work record in the words of the contract. */
export const workData = ({ code, day, member, activity, minutes, structure }: Work): DataOf<typeof workConfirmed> => ({
  code,
  day,
  member,
  activity,
  minutes,
  ...(structure === null ? {} : { structure }),
});
