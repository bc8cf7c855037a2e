import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { HouseholdsPort } from '../../domain/households.port.js';
import { changeMember, type MemberChanges } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';
import { refuseStale } from '../../domain/version.js';

/** Corrects a member's name, household or heir. */
export class ChangeMember {
  constructor(
    private readonly households: HouseholdsPort,
    private readonly members: MembersPort,
  ) {}

  /** @param version the one that the client read */
  async run(
    tx: Transaction,
    number: string,
    version: number,
    changes: MemberChanges,
  ): Promise<{ number: string; version: number }> {
    const member = found(await this.members.lock(tx, number), 'member', number);
    refuseStale(member, version);
    const changed = changeMember(member, changes);
    const { household: code } = changed;
    if (!(await this.households.known(tx, [code])).has(code))
      throw new Refusal('unknown-reference', '/household', { what: 'household', code });
    await this.members.change(tx, changed);
    return { number: changed.number, version: changed.version };
  }
}
