import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { BrakePort } from '../../domain/brake.port.js';
import type { DevicesPort } from '../../domain/devices.port.js';
import { refuseWeak, type PasswordsPort } from '../../domain/passwords.port.js';
import { withOwnPassword } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';

/** What is known of a user who would choose a password. */
export type Chooser = {
  readonly user: string;
  /** The code and the name of her co-op. */
  readonly coop: { readonly code: string; readonly name: string };
  readonly hash: string | undefined;
};

/** Gives a user the password that she chose; her tokens hold no longer, and she signs in with it. */
export class ChoosePassword {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly users: UsersPort,
    private readonly passwords: PasswordsPort,
    private readonly brake: BrakePort,
    private readonly devices: DevicesPort,
  ) {}

  async chooser(tx: Transaction, user: string): Promise<Chooser> {
    return { user, coop: await this.coops.get(tx), hash: await this.users.passwordHash(tx, user) };
  }

  /**
   * Compares and hashes before a transaction is open: it takes long.
   * @returns the hash of the new password
   * @throws Refusal `weak-password`, `wrong-password`, `too-many-attempts`
   */
  async prepare(
    { user, coop, hash }: Chooser,
    { current, password }: { readonly current: string; readonly password: string },
    now: Date,
  ): Promise<string> {
    await refuseWeak(this.passwords, password, [user, coop.code, coop.name], '/password');
    if (password === current) throw new Refusal('weak-password', '/password');
    // whoever found a token must not find the password by it
    const attempt = { coop: coop.code, user, source: 'her own session' };
    await this.brake.begin(attempt, now);
    if (!(await this.passwords.matches(current, hash, 'known'))) throw new Refusal('wrong-password', '/current');
    await this.brake.succeeded(attempt, now);
    return this.passwords.hash(password);
  }

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
    await this.devices.endAll(tx, name);
    return { user: { name }, version: changed.version };
  }
}
