import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { changeUser, type Role } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';
import type { WaitingPort } from '../../domain/waiting.port.js';
import type { DecideWaiting } from '../decide-waiting/decide-waiting.use-case.js';

/** Who is to be an officer, at the operator's word. */
export type OfficerNamed = {
  readonly coop: string;
  readonly user: string;
  /** Null where only what waits for her is to become so. */
  readonly roles: readonly Role[] | null;
  readonly reason: string;
};

/** Names an officer at the operator's word, where no second officer can: what waits for her becomes so, or she gets roles. */
export class NameOfficer {
  constructor(
    private readonly users: UsersPort,
    private readonly waiting: WaitingPort,
    private readonly decideWaiting: DecideWaiting,
  ) {}

  /**
   * @param roles null where only what waits for her is to become so
   * @returns her name as it is spelled
   * @throws Refusal `not-found` where there is no such user, or nothing waits and no roles are given
   */
  async run(tx: Transaction, name: string, roles: readonly Role[] | null): Promise<string> {
    const change = await this.waiting.find(tx, name);
    if (change) await this.decideWaiting.apply(tx, change);
    if (roles === null) return found(change, 'change', name).user;
    const { user } = found(await this.users.lock(tx, name), 'user', name);
    await this.users.change(tx, changeUser(user, { roles, passwordHash: null, active: true, link: null }), null);
    return user.name;
  }
}
