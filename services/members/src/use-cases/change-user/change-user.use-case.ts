import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { changeUser, refuseLastPresident, type Role, type UserChanges } from '../../domain/user.js';
import type { PasswordsPort } from '../../domain/passwords.port.js';
import type { UsersPort } from '../../domain/users.port.js';
import { refuseStale } from '../../domain/version.js';

/** Changes as they are asked for, a new password still readable; what is left out or null stays as it is. */
export type ChangesAsked = {
  readonly roles?: readonly Role[] | null;
  readonly password?: string | null;
  readonly active?: boolean | null;
};

/** Changes what a user may do, her password, or whether she may sign in. */
export class ChangeUser {
  constructor(
    private readonly users: UsersPort,
    private readonly passwords: PasswordsPort,
  ) {}

  /** Hashes a new password before a transaction is open: it takes long. */
  async prepare({ roles, password, active }: ChangesAsked): Promise<UserChanges> {
    return {
      roles: roles ?? null,
      passwordHash: typeof password === 'string' ? await this.passwords.hash(password) : null,
      active: active ?? null,
    };
  }

  /** @param version the one that the client read */
  async run(
    tx: Transaction,
    name: string,
    version: number,
    changes: UserChanges,
  ): Promise<{ user: { name: string }; version: number }> {
    const { user, otherPresidents } = found(await this.users.lock(tx, name), 'user', name);
    refuseStale(user, version);
    const changed = changeUser(user, changes);
    refuseLastPresident(user, changed, otherPresidents);
    await this.users.change(tx, changed, changes.passwordHash);
    return { user: { name }, version: changed.version };
  }
}
