import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { signedOut } from '../../domain/user.js';
import type { DevicesPort } from '../../domain/devices.port.js';
import type { UsersPort } from '../../domain/users.port.js';

/** Ends all that a user was signed in with, on whatever device. */
export class SignOut {
  constructor(
    private readonly users: UsersPort,
    private readonly devices: DevicesPort,
  ) {}

  async run(tx: Transaction, name: string): Promise<{ user: { name: string }; version: number }> {
    const { user } = found(await this.users.lock(tx, name), 'user', name);
    const changed = signedOut(user);
    await this.users.change(tx, changed, null);
    await this.devices.endAll(tx, name);
    return { user: { name }, version: changed.version };
  }
}
