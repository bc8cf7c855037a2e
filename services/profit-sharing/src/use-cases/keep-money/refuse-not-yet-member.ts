import { Refusal, type Day } from '@ayni/kernel';
import { refuseNonMember, type KnownMembers } from '@ayni/reference-data/register/register';

/** @throws Refusal `not-a-member-then`, `not-a-member-yet` where she was not a member on the day */
export function refuseNotYetMember(members: KnownMembers, member: string, day: Day, pointer: string): void {
  refuseNonMember(members, member, day, pointer);
  const joinedOn = members.get(member)?.[0]?.joinedOn;
  if (joinedOn !== undefined && day < joinedOn) throw new Refusal('not-a-member-yet', pointer, { member, joinedOn });
}
