import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { changeUser, refuseLastPresident, type UserChanges } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';
import { refuseStale } from '../../domain/version.js';

/** Changes what a user may do, her password, or whether she may sign in. */
export class ChangeUser {
  constructor(private readonly users: UsersPort) {}

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
