import type { DataOf, memberChanged, memberJoined, memberJoinedV2, memberLeft, memberReturned } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { Member, MemberDraft, MemberEntry, NewPeriod, Uncounted } from '../domain/member.js';

/** The aggregate under which a member's events stay in order; her version is their `seq`. */
export const memberAggregate = ({ number }: Pick<MemberDraft, 'number'>): string => `member/${number}`;

/** A member in the words of the contract; what other services need of her, and no more. */
export const joinedData = (member: MemberDraft): DataOf<typeof memberJoined> => ({
  number: member.number,
  givenNames: member.givenNames,
  surnames: member.surnames,
  household: member.household,
  joinedOn: member.joinedOn,
  ...(member.leftOn === null ? {} : { leftOn: member.leftOn }),
});

export const joinedLateData = (member: MemberEntry): DataOf<typeof memberJoinedV2> => ({
  ...joinedData(member),
  uncounted: daysOf(member.uncounted),
});

export const returnedData = (
  { number }: Member,
  { joinedOn, leftOn, uncounted }: NewPeriod,
): DataOf<typeof memberReturned> => ({
  number,
  joinedOn,
  ...(leftOn === null ? {} : { leftOn }),
  uncounted: daysOf(uncounted),
});

const daysOf = (days: Uncounted): DataOf<typeof memberReturned>['uncounted'] =>
  days.map(({ from, until }) => ({ from, until }));

export const changedData = (member: Member): DataOf<typeof memberChanged> => ({
  ...joinedData(member),
  ...(member.heir === null ? {} : { heir: member.heir }),
});

export const leftData = ({ number }: Member, leftOn: Day, reason: string): DataOf<typeof memberLeft> => ({
  number,
  leftOn,
  reason,
});
