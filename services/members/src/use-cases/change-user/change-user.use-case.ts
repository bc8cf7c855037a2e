import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import type { DevicesPort } from '../../domain/devices.port.js';
import type { MembersPort } from '../../domain/members.port.js';
import { refuseWeak, type PasswordsPort } from '../../domain/passwords.port.js';
import { changeUser, refuseLastPresident, type Role, type UserChanges } from '../../domain/user.js';
import { takesSecond } from '../../domain/officer.js';
import type { UsersPort } from '../../domain/users.port.js';
import { refuseStale } from '@ayni/facts/registered/stale';
import type { WaitingPort } from '../../domain/waiting.port.js';

/** Changes as they are asked for, a new password still readable; what is left out or null stays as it is. */
export type ChangesAsked = {
  readonly roles?: readonly Role[] | null;
  readonly password?: string | null;
  readonly active?: boolean | null;
  /** Here null says that she is no member any more. */
  readonly member?: string | null;
};

/** Changes what a user may do, who she is in the register, her password, or whether she may sign in. */
export class ChangeUser {
  constructor(
    private readonly users: UsersPort,
    private readonly members: MembersPort,
    private readonly passwords: PasswordsPort,
    private readonly devices: DevicesPort,
    private readonly waiting: WaitingPort,
  ) {}

  /**
   * Hashes a new password before a transaction is open: it takes long.
   * @param names by which others know the user and her co-op
   * @throws Refusal `weak-password`
   */
  async prepare({ roles, password, active, member }: ChangesAsked, names: readonly string[]): Promise<UserChanges> {
    if (typeof password === 'string') await refuseWeak(this.passwords, password, names, '/password');
    return {
      roles: roles ?? null,
      passwordHash: typeof password === 'string' ? await this.passwords.hash(password) : null,
      active: active ?? null,
      link: member === undefined ? null : { member },
    };
  }

  /**
   * @param version the one that the client read
   * @param by the president who asks
   */
  async run(
    tx: Transaction,
    asked: string,
    version: number,
    changes: UserChanges,
    by: string,
  ): Promise<{ user: { name: string }; version: number; waiting: boolean }> {
    const { user, otherPresidents } = found(await this.users.lock(tx, asked), 'user', asked);
    const { name } = user;
    // of two who dismiss each other, one was the first
    if (by !== name && !otherPresidents.includes(by)) throw new Refusal('bad-token');
    refuseStale(user, version);
    const changed = changeUser(user, changes);
    refuseLastPresident(user, changed, otherPresidents.length);
    const member = changes.link?.member ?? null;
    if (member !== null && !(await this.members.known(tx, [member])).has(member))
      throw new Refusal('unknown-reference', '/member', { what: 'member', code: member });
    const asking = { by, officers: await this.users.officers(tx), givesPassword: changes.passwordHash !== null };
    if (takesSecond(user, changed, asking)) {
      await this.waiting.ask(tx, { user: name, changes, askedBy: by });
      return { user: { name }, version: user.version, waiting: true };
    }
    await this.users.change(tx, changed, changes.passwordHash);
    noteChanges(tx, { kind: 'user', code: name, version: changed.version, by }, user, changed);
    // other roles alone leave her where she is: her next token has them
    if (changes.passwordHash !== null || !changed.active) await this.devices.endAll(tx, name);
    return { user: { name }, version: changed.version, waiting: false };
  }
}
