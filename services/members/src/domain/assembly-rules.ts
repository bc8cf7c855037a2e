import { Refusal } from '@ayni/kernel';

/** What an assembly can deal with: a report is heard, all else is voted on. */
export const ITEM_KINDS = ['report', 'ordinary', 'admission', 'statute'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What becomes of a call with fewer days of notice than the rules want. */
export const LATE_CALLS = ['refused', 'marked'] as const;
/** Of whom two thirds are wanted. */
export const TWO_THIRDS_OF = ['present', 'votes'] as const;
/** How somebody becomes a member. */
export const ADMISSIONS = ['free', 'by-resolution'] as const;

/** How a co-op holds its assemblies. */
export type AssemblyRules = {
  /** Days from the call to the assembly, at least. */
  readonly noticeDays: number;
  readonly lateCall: (typeof LATE_CALLS)[number];
  /** In the first call more than so many of a hundred members are needed. */
  readonly firstQuorumPercent: number;
  /** So long after the hour of the first call the second one holds. */
  readonly secondCallMinutes: number;
  /** So many members are enough in the second call. */
  readonly secondQuorum: number;
  /** What takes two thirds; all else takes more votes for than against. */
  readonly twoThirds: readonly ItemKind[];
  readonly twoThirdsOf: (typeof TWO_THIRDS_OF)[number];
  readonly admission: (typeof ADMISSIONS)[number];
};

/**
 * What holds until a co-op changes it: ten days of notice, half and one more in the first call, in the second one, half
 * an hour later, those who are there, as statutes under Bolivia's Ley 356 have it. A co-op's own statute goes before.
 */
export const FIRST_RULES: AssemblyRules = {
  noticeDays: 10,
  lateCall: 'refused',
  firstQuorumPercent: 50,
  secondCallMinutes: 30,
  secondQuorum: 1,
  twoThirds: ['statute'],
  twoThirdsOf: 'present',
  admission: 'free',
};

/** How many members it takes in the first call: more than the percentage, all of them at most. */
export const firstQuorum = ({ firstQuorumPercent }: AssemblyRules, members: number): number =>
  Math.min(members, Math.floor((members * firstQuorumPercent) / 100) + 1);

/** In which call an assembly can be opened, and how many it takes. */
export type Quorum = { readonly call: 'first' | 'second'; readonly needed: number };

/**
 * The quorum that holds so many minutes after the hour of the call: the second one from its own hour on, and where it
 * asks for more than the first, the first one still.
 */
export function quorumAt(rules: AssemblyRules, members: number, minutes: number): Quorum {
  const first: Quorum = { call: 'first', needed: firstQuorum(rules, members) };
  const second: Quorum = { call: 'second', needed: rules.secondQuorum };
  return minutes >= rules.secondCallMinutes && second.needed < first.needed ? second : first;
}

/** Votes on an item. */
export type Tally = { readonly votesFor: number; readonly votesAgainst: number; readonly abstentions: number };

/**
 * Whether a motion is carried: with more votes for than against; where its kind takes two thirds, by these as well.
 * @param present how many members were there
 */
export function carries(
  { twoThirds, twoThirdsOf }: AssemblyRules,
  kind: ItemKind,
  { votesFor, votesAgainst }: Tally,
  present: number,
): boolean {
  if (votesFor <= votesAgainst) return false;
  const of = twoThirdsOf === 'present' ? present : votesFor + votesAgainst;
  return !twoThirds.includes(kind) || votesFor * 3 >= of * 2;
}

/** @throws Refusal `bad-field` where a report would be voted on */
export function checkRules({ twoThirds }: AssemblyRules): void {
  if (twoThirds.includes('report')) throw new Refusal('bad-field', '/twoThirds', { detail: 'reports-are-heard' });
}
