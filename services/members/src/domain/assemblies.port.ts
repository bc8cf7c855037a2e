import type { Transaction } from '@ayni/database/transaction';
import type { Day, Instant } from '@ayni/kernel';
import type { Assembly, Call, Item, ItemState } from './assembly.js';
import type { AssemblyRules, Quorum, Tally } from './assembly-rules.js';
import type { Ballot, Count, Vote } from './ballot.js';
import type { Covered } from './resolution.js';

/** Who writes something down, as a user and, where she is one, as a member. */
export type Writer = { readonly user: string; readonly member: string | null };

/** How an item ended. */
export type Settlement = {
  readonly state: ItemState;
  readonly tally: Tally | null;
  readonly resolution: string | null;
};

/** The assemblies of a co-op, and the rules by which it holds them. */
export abstract class AssembliesPort {
  /** The rules that hold now; those of the product where the co-op has none of its own. */
  abstract rules(tx: Transaction): Promise<AssemblyRules>;
  /** @returns the number of the new version */
  abstract changeRules(tx: Transaction, rules: AssemblyRules, resolution: string | null, by: string): Promise<number>;

  /** @returns the code that the assembly is given */
  abstract call(
    tx: Transaction,
    call: Call & { readonly day: Day; readonly late: boolean; readonly rules: AssemblyRules },
    by: string,
  ): Promise<string>;
  /** The assembly, so that it does not end before the transaction does, while others vote in it too. */
  abstract share(tx: Transaction, code: string): Promise<Assembly | undefined>;
  /** The assembly for who asks alone. */
  abstract hold(tx: Transaction, code: string): Promise<Assembly | undefined>;
  abstract cancel(tx: Transaction, code: string, reason: string, by: string): Promise<void>;
  abstract open(
    tx: Transaction,
    code: string,
    opening: Quorum & { readonly openedAt: Instant; readonly members: number; readonly present: number },
    by: string,
  ): Promise<void>;
  abstract close(tx: Transaction, code: string, closedAt: Instant, by: string): Promise<void>;

  /** How many members the co-op has on the day of an assembly, and how many of them are there. */
  abstract attendance(
    tx: Transaction,
    assembly: Assembly,
  ): Promise<{ readonly members: number; readonly present: number }>;
  /** Which of the numbers are of members on that day, as the books spell them. */
  abstract membersOn(tx: Transaction, day: Day, numbers: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** @returns how many were not so before */
  abstract tick(tx: Transaction, code: string, present: ReadonlyMap<string, boolean>, by: string): Promise<number>;
  /** Which of the members are there. */
  abstract presentOf(tx: Transaction, code: string, members: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of the members have voted on anything. */
  abstract votersOf(tx: Transaction, code: string, members: readonly string[]): Promise<ReadonlySet<string>>;

  abstract items(tx: Transaction, code: string): Promise<readonly Item[]>;
  abstract putToVote(
    tx: Transaction,
    code: string,
    item: number,
    ballot: Ballot,
    covers: readonly Covered[],
  ): Promise<void>;
  /** @returns the votes that were not there, and how those voted who had */
  abstract vote(
    tx: Transaction,
    code: string,
    item: number,
    votes: readonly Vote[],
    by: Writer,
  ): Promise<{ readonly recorded: number; readonly earlier: readonly Vote[] }>;
  /**
   * Takes back a vote of a member.
   * @param reason why somebody else takes back what was written down for her; null where she takes back what counts
   * @returns whether there was one
   */
  abstract withdrawVote(
    tx: Transaction,
    code: string,
    item: number,
    member: string,
    reason: string | null,
    by: string,
  ): Promise<boolean>;
  abstract votes(tx: Transaction, code: string, item: number): Promise<readonly Vote[]>;
  abstract count(tx: Transaction, code: string, item: number, tally: Tally, by: Writer): Promise<void>;
  abstract counts(tx: Transaction, code: string, item: number): Promise<readonly Count[]>;
  abstract settle(tx: Transaction, code: string, item: number, settlement: Settlement, by: string): Promise<void>;
  /** The number that the next resolution of a year is given. */
  abstract nextResolution(tx: Transaction, day: Day): Promise<string>;
}
