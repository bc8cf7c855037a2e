import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { MembersPort } from '../../domain/members.port.js';
import { changeUser, refuseLastPresident, type UserChanges } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';
import { refuseStale } from '../../domain/version.js';

/** Changes what a user may do, who she is in the register, her password, or whether she may sign in. */
export class ChangeUser {
  constructor(
    private readonly users: UsersPort,
    private readonly members: MembersPort,
  ) {}

  /**
   * @param version the one that the client read
   * @param by the president who asks
   */
  async run(
    tx: Transaction,
    name: string,
    version: number,
    changes: UserChanges,
    by: string,
  ): Promise<{ user: { name: string }; version: number }> {
    const { user, otherPresidents } = found(await this.users.lock(tx, name), 'user', name);
    // of two who dismiss each other, one was the first
    if (by !== name && !otherPresidents.includes(by)) throw new Refusal('bad-token');
    refuseStale(user, version);
    const changed = changeUser(user, changes);
    refuseLastPresident(user, changed, otherPresidents.length);
    const member = changes.link?.member ?? null;
    if (member !== null && !(await this.members.known(tx, [member])).has(member))
      throw new Refusal('unknown-reference', '/member', { what: 'member', code: member });
    await this.users.change(tx, changed, changes.passwordHash);
    return { user: { name }, version: changed.version };
  }
}
