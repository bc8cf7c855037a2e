import type { Day, Instant } from '@ayni/kernel';

/** An item of an agenda, and what came of it; null is what was not voted on has not. */
export type HeldItem = {
  readonly number: number;
  readonly subject: string;
  readonly state: 'carried' | 'rejected' | 'heard' | 'left';
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly abstentions: number | null;
  readonly resolution: string | null;
  readonly covers: readonly {
    readonly kind: string;
    readonly season?: string;
    readonly fund?: string;
    readonly amount?: string;
  }[];
};

/** The minutes of an assembly that was closed: they are kept and printed, and nothing is worked out from them. */
export type HeldAssembly = {
  readonly code: string;
  readonly day: Day;
  readonly place: string;
  readonly startsAt: Instant;
  readonly calledOn: Day;
  readonly late: boolean;
  readonly quorumCall: 'first' | 'second';
  readonly needed: number;
  readonly members: number;
  readonly present: number;
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  readonly agenda: readonly HeldItem[];
  /** The numbers of the members who were there. */
  readonly attendance: readonly string[];
};

/** The same with what the members are called. */
export type NamedAssembly = Omit<HeldAssembly, 'attendance'> & {
  readonly attendance: readonly { readonly member: string; readonly name: string }[];
};
