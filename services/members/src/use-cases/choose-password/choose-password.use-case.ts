import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { withOwnPassword } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';

/** Gives a user the password that she chose; her tokens hold no longer, and she signs in with it. */
export class ChoosePassword {
  constructor(private readonly users: UsersPort) {}

  /**
   * @param version the one of the user whose present password she has shown
   * @throws Refusal `bad-token` where something of her changed since
   */
  async run(
    tx: Transaction,
    name: string,
    version: number | null,
    passwordHash: string,
  ): Promise<{ user: { name: string }; version: number }> {
    const { user } = found(await this.users.lock(tx, name), 'user', name);
    if (version !== null && user.version !== version) throw new Refusal('bad-token');
    const changed = withOwnPassword(user);
    await this.users.change(tx, changed, passwordHash);
    return { user: { name }, version: changed.version };
  }
}
