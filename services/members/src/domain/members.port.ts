import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Member, MemberDraft } from './member.js';

/** The register of a co-op's members. */
export abstract class MembersPort {
  /**
   * Adds members and tells the others; the same ones again change nothing.
   * @returns the ones that were not there
   * @throws Refusal `code-taken`
   */
  abstract add(tx: Transaction, members: readonly MemberDraft[], by: string): Promise<readonly MemberDraft[]>;
  abstract find(tx: Transaction, number: string): Promise<Member | undefined>;
  /** The same, held until the transaction ends. */
  abstract lock(tx: Transaction, number: string): Promise<Member | undefined>;
  abstract change(tx: Transaction, member: Member): Promise<void>;
  abstract depart(tx: Transaction, member: Member & { readonly leftOn: Day }, reason: string): Promise<void>;
  /** How many members the co-op has on each of some days, first and last days of membership included. */
  abstract countOn(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, number>>;
  /** Which of the numbers are in the register. */
  abstract known(tx: Transaction, numbers: readonly string[]): Promise<ReadonlySet<string>>;
  /** The first of the memberships that has days in a closing or closed season. */
  abstract shutSeasonWithin(
    tx: Transaction,
    memberships: readonly { readonly joinedOn: Day; readonly leftOn: Day | null }[],
  ): Promise<{ index: number; code: string } | undefined>;

  /** A closing or closed season that has days after `day`, or that day itself. */
  abstract shutSeasonFrom(tx: Transaction, day: Day): Promise<string | undefined>;
}
