import { Refusal, type Day } from '@ayni/kernel';

export const SEXES = ['F', 'M', 'X'] as const;
export type Sex = (typeof SEXES)[number];

/** Nobody alive was born before. */
export const BIRTH_YEAR_MIN = 1900;

/** A person as she is put into the register, also one who has left by then. */
export type MemberDraft = {
  readonly number: string;
  readonly givenNames: string;
  readonly surnames: string;
  readonly sex: Sex;
  readonly birthYear: number;
  readonly household: string;
  readonly joinedOn: Day;
  /** Her last day, which still counts. */
  readonly leftOn: Day | null;
};

/** A member as she stands in the register. */
export type Member = MemberDraft & {
  /** Who takes over her certificates. */
  readonly heir: string | null;
  readonly leftReason: string | null;
  /** Grows by one with every change. */
  readonly version: number;
};

/** What may change about a member; her number and her dates may not. */
export type MemberChanges = {
  readonly givenNames?: string;
  readonly surnames?: string;
  readonly household?: string;
  readonly heir?: string | null;
};

/**
 * @param pointer the row's place in the request
 * @throws Refusal `bad-field` where she joined before she was born, `wrong-order` where she left before she joined
 */
export function checkMember({ birthYear, joinedOn, leftOn }: MemberDraft, pointer: string): void {
  if (birthYear > Number(joinedOn.slice(0, 4)))
    throw new Refusal('bad-field', `${pointer}/birthYear`, { detail: 'birthYear > joinedOn' });
  if (leftOn !== null) refuseEarly(joinedOn, leftOn, `${pointer}/leftOn`);
}

/** @throws Refusal `nothing-to-do` */
export function changeMember(member: Member, changes: MemberChanges): Member {
  if (Object.values(changes).every((value) => value === undefined)) throw new Refusal('nothing-to-do');
  return { ...member, ...changes, version: member.version + 1 };
}

/** @throws Refusal `already-left`, `wrong-order` */
export function departMember(member: Member, leftOn: Day, reason: string): Member & { readonly leftOn: Day } {
  if (member.leftOn !== null) throw new Refusal('already-left', '', { member: member.number, day: member.leftOn });
  refuseEarly(member.joinedOn, leftOn, '/leftOn');
  return { ...member, leftOn, leftReason: reason, version: member.version + 1 };
}

function refuseEarly(joinedOn: Day, leftOn: Day, pointer: string): void {
  if (leftOn < joinedOn)
    throw new Refusal('wrong-order', pointer, { detail: `leftOn ${leftOn} < joinedOn ${joinedOn}` });
}
