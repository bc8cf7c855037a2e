import { addDays, daysBetween, found, Refusal, type Day, type Instant } from '@ayni/kernel';
import { quorumAt, type AssemblyRules, type ItemKind, type Quorum } from './assembly-rules.js';
import type { Ballot } from './ballot.js';
import type { Covered } from './resolution.js';

export const ASSEMBLY_STATES = ['called', 'open', 'closed', 'cancelled'] as const;
export type AssemblyState = (typeof ASSEMBLY_STATES)[number];

export const ITEM_STATES = ['waiting', 'voting', 'carried', 'rejected', 'heard', 'left'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What an assembly is to deal with. */
export type AgendaItem = { readonly kind: ItemKind; readonly subject: string; readonly covers: readonly Covered[] };

/** An assembly as it is called. */
export type Call = {
  readonly startsAt: Instant;
  readonly place: string;
  /** The day on which the members were called. */
  readonly calledOn: Day;
  readonly agenda: readonly AgendaItem[];
};

/** An item of an agenda as it stands; `number` counts from one. */
export type Item = AgendaItem & {
  readonly number: number;
  readonly state: ItemState;
  readonly ballot: Ballot | null;
};

/** An assembly as it stands, by the rules that held when it was called. */
export type Assembly = {
  readonly code: string;
  readonly startsAt: Instant;
  readonly day: Day;
  readonly rules: AssemblyRules;
  readonly state: AssemblyState;
};

/** Whether a call came with too few days of notice. */
export const isLate = ({ noticeDays }: AssemblyRules, calledOn: Day, day: Day): boolean =>
  daysBetween(calledOn, day) < noticeDays;

/** In days: what is called for later was mistyped. */
const LONGEST_NOTICE = 366;

/** @throws Refusal `wrong-order` where it was called after its day or more than a year before, `call-too-late` where the rules refuse that */
export function checkCall(rules: AssemblyRules, calledOn: Day, day: Day): { readonly late: boolean } {
  if (calledOn > day) throw new Refusal('wrong-order', '/calledOn', { detail: `called-later:${calledOn}:${day}` });
  if (day > addDays(calledOn, LONGEST_NOTICE)) throw new Refusal('wrong-order', '/startsAt', { detail: 'a-year-off' });
  const late = isLate(rules, calledOn, day);
  if (late && rules.lateCall === 'refused')
    throw new Refusal('call-too-late', '/startsAt', {
      day,
      days: String(daysBetween(calledOn, day)),
      needed: String(rules.noticeDays),
    });
  return { late };
}

const MINUTE_MS = 60_000;

/**
 * @param openedOn the day on which it was opened, in the co-op's zone
 * @param hour of its call, as clocks there show it
 * @throws Refusal `assembly-other-day` before its hour or on another day, `no-quorum`
 */
export function checkQuorum(
  { startsAt, day, rules }: Assembly,
  { openedAt, openedOn, hour }: { readonly openedAt: Instant; readonly openedOn: Day; readonly hour: string },
  { members, present }: { readonly members: number; readonly present: number },
): Quorum {
  if (openedAt < startsAt || openedOn !== day) throw new Refusal('assembly-other-day', '/openedAt', { day, hour });
  const quorum = quorumAt(rules, members, (Date.parse(openedAt) - Date.parse(startsAt)) / MINUTE_MS);
  if (present < quorum.needed)
    throw new Refusal('no-quorum', '', {
      present: String(present),
      members: String(members),
      needed: String(quorum.needed),
    });
  return quorum;
}

/** @throws Refusal `wrong-state` */
export function refuseOther<State extends string>(state: State, expected: State): void {
  if (state !== expected) throw new Refusal('wrong-state', '', { state, expected });
}

/** @throws Refusal `not-found` */
export const itemOf = (items: readonly Item[], number: number): Item =>
  found(
    items.find((item) => item.number === number),
    'item',
    String(number),
  );
