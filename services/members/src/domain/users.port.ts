import type { Transaction } from '@ayni/database/transaction';
import type { Account, NamedUser, User, UserDraft } from './user.js';

/** Who may sign in to a co-op. */
export abstract class UsersPort {
  /** Adds users and tells the others; the same ones again, whatever their password, change nothing. @throws Refusal `code-taken` */
  abstract add(
    tx: Transaction,
    users: readonly UserDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }>;
  /** Refuses what {@link add} does, and adds nobody. @throws Refusals `code-taken` */
  abstract refuseTaken(tx: Transaction, users: readonly NamedUser[]): Promise<void>;
  /** Who of them holds an office and can act: two who are one member are one person. */
  abstract officers(tx: Transaction): Promise<number>;
  /** The names of all users of the co-op. */
  abstract names(tx: Transaction): Promise<readonly string[]>;
  /** A user, and who presides besides her; all of them held until the transaction ends. */
  abstract lock(tx: Transaction, name: string): Promise<{ user: User; otherPresidents: readonly string[] } | undefined>;
  /** A user of the co-op. */
  abstract find(tx: Transaction, name: string): Promise<Account | undefined>;
  /** The hash of a user's password. */
  abstract passwordHash(tx: Transaction, name: string): Promise<string | undefined>;
  /** Changes a user and tells the others. @param passwordHash a new one, where it changes */
  abstract change(tx: Transaction, user: User, passwordHash: string | null): Promise<void>;
  /**
   * Counts a sign-in that was refused, where there is such a co-op; of a name that nobody has only that it was none: now
   * and then a password is typed in its place.
   */
  abstract countRefused(coopCode: string, name: string, source: string): Promise<void>;
  /** The user of a co-op that is named by its code; nobody is signed in yet. */
  abstract account(coopCode: string, name: string): Promise<Account | undefined>;
}
