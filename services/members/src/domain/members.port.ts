import type { Day, Membership } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Member, MemberDraft, MemberEntry, NewPeriod, Uncounted } from './member.js';

/** The register of a co-op's members. */
export abstract class MembersPort {
  /**
   * Adds members and tells the others; the same ones again change nothing.
   * @returns the ones that were not there
   * @throws Refusal `code-taken`
   */
  abstract add(tx: Transaction, members: readonly MemberEntry[], by: string): Promise<readonly MemberEntry[]>;
  /** The numbers of those who are there already, as they are said to be. */
  abstract unchanged(tx: Transaction, members: readonly MemberDraft[]): Promise<ReadonlySet<string>>;
  /** Refuses what {@link add} does, and adds nobody. @throws Refusals `code-taken` */
  abstract refuseTaken(tx: Transaction, members: readonly MemberDraft[]): Promise<void>;
  abstract find(tx: Transaction, number: string): Promise<Member | undefined>;
  /** The same, held until the transaction ends. */
  abstract lock(tx: Transaction, number: string): Promise<Member | undefined>;
  abstract change(tx: Transaction, member: Member): Promise<void>;
  abstract depart(tx: Transaction, member: Member & { readonly leftOn: Day }, reason: string): Promise<void>;
  /** Gives a member who left another period. */
  abstract comeBack(tx: Transaction, member: Member, period: NewPeriod): Promise<void>;
  /** How many members the co-op has on each of some days, first and last days of membership included. */
  abstract countOn(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, number>>;
  /** Which of the numbers are in the register. */
  abstract known(tx: Transaction, numbers: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of each period, in their order, the days that are of closing or closed seasons. */
  abstract shutDays(tx: Transaction, periods: readonly Membership[]): Promise<readonly Uncounted[]>;

  /** A closing or closed season in which a member's days count, and that has days after `day`, or that day itself. */
  abstract shutSeasonFrom(tx: Transaction, member: Member, day: Day): Promise<string | undefined>;
}
