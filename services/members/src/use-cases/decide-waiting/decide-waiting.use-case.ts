import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import { isSamePerson, type KnownUser } from '@ayni/reference-data/users/known-users';
import type { DevicesPort } from '../../domain/devices.port.js';
import type { WaitingChange } from '../../domain/officer.js';
import { changeUser } from '../../domain/user.js';
import type { UsersPort } from '../../domain/users.port.js';
import type { WaitingPort } from '../../domain/waiting.port.js';

type Decided = { readonly user: { readonly name: string }; readonly version: number };

/** Decides over a change of a user that waits for a second officer. */
export class DecideWaiting {
  constructor(
    private readonly users: UsersPort,
    private readonly waiting: WaitingPort,
    private readonly devices: DevicesPort,
  ) {}

  /** @throws Refusal `second-person-needed` where she asked for it herself, or is the one it is about */
  async confirm(tx: Transaction, name: string, by: KnownUser): Promise<Decided> {
    const change = found(await this.waiting.find(tx, name), 'change', name);
    for (const other of [change.askedBy, change.user])
      if (isSamePerson(by, await this.person(tx, other)))
        throw new Refusal('second-person-needed', '', { person: other });
    // who has become another person by it does not decide over it either
    if (change.changes.link?.member && change.changes.link.member === by.member)
      throw new Refusal('second-person-needed', '', { person: change.user });
    return this.apply(tx, change, change.askedBy);
  }

  /** Takes a change back, or turns it down; it lets nobody in, so that one officer is enough. */
  async reject(tx: Transaction, name: string): Promise<Decided> {
    const change = found(await this.waiting.find(tx, name), 'change', name);
    const { user } = found(await this.users.lock(tx, change.user), 'user', name);
    await this.waiting.end(tx, user.name);
    return { user: { name: user.name }, version: user.version };
  }

  /**
   * What waits becomes so, at whoever's word that is.
   * @param by the user whose change it is; none where the operator says so, which the trail keeps
   */
  async apply(tx: Transaction, { user: name, changes }: WaitingChange, by?: string): Promise<Decided> {
    const { user } = found(await this.users.lock(tx, name), 'user', name);
    const changed = changeUser(user, changes);
    await this.users.change(tx, changed, changes.passwordHash);
    if (by !== undefined) noteChanges(tx, { kind: 'user', code: name, version: changed.version, by }, user, changed);
    if (changes.passwordHash !== null) await this.devices.endAll(tx, name);
    await this.waiting.end(tx, name);
    return { user: { name }, version: changed.version };
  }

  private async person(tx: Transaction, name: string): Promise<KnownUser> {
    const user = await this.users.find(tx, name);
    return { name, member: user?.member ?? null };
  }
}
