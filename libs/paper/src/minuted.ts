import type { Day, Instant, Zone } from '@ayni/kernel';

/** An item of the agenda, and what came of it. */
export type MinutedItem = {
  readonly number: number;
  readonly subject: string;
  readonly state: 'waiting' | 'voting' | 'carried' | 'rejected' | 'heard' | 'left';
  /** Null of what was not voted on, and until a vote has ended. */
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly abstentions: number | null;
  /** The number of the resolution that it became. */
  readonly resolution: string | null;
  readonly covers: readonly MinutedCover[];
};

/** What a resolution of an item covers. */
export type MinutedCover = {
  readonly kind: string;
  readonly season?: string | undefined;
  readonly fund?: string | undefined;
  readonly amount?: string | undefined;
};

/** A vote of an open ballot, whether it was taken back or not. */
export type MinutedVote = {
  readonly item: number;
  readonly name: string;
  readonly choice: 'for' | 'against' | 'abstain';
  readonly own: boolean;
  readonly recordedBy: string;
  /** Who took it back, and why; she who does so herself says nothing. */
  readonly withdrawnBy: string | null;
  readonly withdrawn: string | null;
};

/** What is written down of an assembly. */
export type Minutes = {
  readonly code: string;
  readonly day: Day;
  readonly place: string;
  readonly startsAt: Instant;
  readonly calledOn: Day;
  /** Whether it was called with too few days of notice. */
  readonly late: boolean;
  readonly quorumCall: 'first' | 'second' | null;
  readonly needed: number | null;
  readonly members: number | null;
  readonly present: number | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly agenda: readonly MinutedItem[];
  readonly attendance: readonly { readonly member: string; readonly name: string }[];
  /** None where they are kept elsewhere. */
  readonly votes: readonly MinutedVote[];
};

/** Whose assembly it was, and in which zone its hours are told. */
export type MinutedCoop = { readonly name: string; readonly timezone: Zone };
