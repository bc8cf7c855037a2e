import type { Transaction } from '@ayni/database/transaction';
import type { Account, User, UserDraft } from './user.js';

/** Who may sign in to a co-op. */
export abstract class UsersPort {
  /** Adds users and tells the others; the same ones again, whatever their password, change nothing. @throws Refusal `code-taken` */
  abstract add(
    tx: Transaction,
    users: readonly UserDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }>;
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
  /** The user of a co-op that is named by its code; nobody is signed in yet. */
  abstract account(coopCode: string, name: string): Promise<Account | undefined>;
}
