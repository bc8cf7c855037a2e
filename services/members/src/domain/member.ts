import { every, Refusal, type Day, type DayRange, type Membership } from '@ayni/kernel';

export const SEXES = ['F', 'M', 'X'] as const;
export type Sex = (typeof SEXES)[number];

/** Why somebody is no member any more; whoever inherits signs and receives for who died. */
export const LEAVINGS = ['resigned', 'died', 'expelled'] as const;
export type Leaving = (typeof LEAVINGS)[number];

/** When and why somebody left. */
export type Departure = { readonly leftOn: Day; readonly reason: string; readonly cause: Leaving | null };

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

/** Days of a membership that count in no season, since that had been closed when it was entered. */
export type Uncounted = readonly DayRange[];

/** A person with what of her membership counts in no season. */
export type MemberEntry = MemberDraft & {
  readonly uncounted: Uncounted;
  /** The resolution by which she was admitted, where one was named. */
  readonly admittedBy: string | null;
};

/** A period of membership, and what of it counts in no season. */
export type NewPeriod = Membership & { readonly uncounted: Uncounted };

/** A member as she stands in the register; `joinedOn` is her first day, `leftOn` the last of her last period. */
export type Member = MemberDraft & {
  /** First to last. */
  readonly periods: readonly Membership[];
  readonly uncounted: Uncounted;
  /** Who takes over her certificates. */
  readonly heir: string | null;
  readonly leftReason: string | null;
  /** null where nobody said it. */
  readonly leftCause: Leaving | null;
  /** Grows by one with every change. */
  readonly version: number;
};

/** What may change about a member; her number and her dates may not. What is left out or null stays as it is. */
export type MemberChanges = {
  readonly givenNames?: string | null;
  readonly surnames?: string | null;
  readonly sex?: Sex | null;
  readonly birthYear?: number | null;
  readonly household?: string | null;
  /** null where there is none any more. */
  readonly heir?: string | null;
};

/**
 * @param pointer the row's place in the request
 * @throws Refusal `bad-field` where she joined before she was born, `wrong-order` where she left before she joined
 */
export function checkMember({ birthYear, joinedOn, leftOn }: MemberDraft, pointer: string): void {
  every(
    () => {
      if (birthYear > Number(joinedOn.slice(0, 4)))
        throw new Refusal('bad-field', `${pointer}/birthYear`, { detail: 'born-later' });
    },
    () => {
      if (leftOn !== null) refuseEarly(joinedOn, leftOn, `${pointer}/leftOn`);
    },
  );
}

/** @throws Refusal `nothing-to-do`, `bad-field` */
export function changeMember(member: Member, changes: MemberChanges): Member {
  const { givenNames, surnames, sex, birthYear, household, heir } = changes;
  if (heir === undefined && (givenNames ?? surnames ?? sex ?? birthYear ?? household ?? null) === null)
    throw new Refusal('nothing-to-do');
  const changed = {
    ...member,
    givenNames: givenNames ?? member.givenNames,
    surnames: surnames ?? member.surnames,
    sex: sex ?? member.sex,
    birthYear: birthYear ?? member.birthYear,
    household: household ?? member.household,
    heir: heir === undefined ? member.heir : heir,
    version: member.version + 1,
  };
  checkMember(changed, '');
  return changed;
}

/** @throws Refusal `already-left`, `wrong-order` */
export function departMember(member: Member, { leftOn, reason, cause }: Departure): Member & { readonly leftOn: Day } {
  if (member.leftOn !== null) throw new Refusal('already-left', '', { member: member.number, day: member.leftOn });
  // the membership that she leaves is her last one
  refuseEarly(member.periods.at(-1)?.joinedOn ?? member.joinedOn, leftOn, '/leftOn');
  return { ...member, leftOn, leftReason: reason, leftCause: cause, version: member.version + 1 };
}

/**
 * Makes somebody who left a member again.
 * @throws Refusal `still-member`, `wrong-order`
 */
export function returnMember(member: Member, period: Membership): Member {
  if (member.leftOn === null) throw new Refusal('still-member', '', { member: member.number });
  if (period.joinedOn <= member.leftOn)
    throw new Refusal('wrong-order', '/joinedOn', { detail: `left-earlier:${period.joinedOn}:${member.leftOn}` });
  if (period.leftOn !== null) refuseEarly(period.joinedOn, period.leftOn, '/leftOn');
  return { ...member, leftOn: period.leftOn, leftReason: null, leftCause: null, version: member.version + 1 };
}

/** The day from which a period counts: after all closed seasons that it reaches into; nothing where it ended by then. */
export function countsFrom({ joinedOn, leftOn, uncounted }: NewPeriod): Day | null {
  const from = uncounted.at(-1)?.until ?? joinedOn;
  return leftOn !== null && from > leftOn ? null : from;
}

function refuseEarly(joinedOn: Day, leftOn: Day, pointer: string): void {
  if (leftOn < joinedOn) throw new Refusal('wrong-order', pointer, { detail: `left-earlier:${leftOn}:${joinedOn}` });
}
