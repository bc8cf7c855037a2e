import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import { refuseRetired } from '@ayni/facts/registered/retired';
import { refuseStale } from '@ayni/facts/registered/stale';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { HouseholdsPort } from '../../domain/households.port.js';
import { changeMember, type MemberChanges } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';

/** Corrects what the register says of a member; what it said before is kept. */
export class ChangeMember {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly households: HouseholdsPort,
    private readonly members: MembersPort,
  ) {}

  /** @param version the one that the client read */
  async run(
    tx: Transaction,
    number: string,
    version: number,
    changes: MemberChanges,
    by: string,
  ): Promise<{ number: string; version: number }> {
    const member = found(await this.members.lock(tx, number), 'member', number);
    refuseStale(member, version);
    const changed = changeMember(member, changes);
    const { household } = changed;
    if (household !== member.household) {
      const known = await this.households.known(tx, [household]);
      refuseRetired(known.get(household), household, await this.coops.today(tx), 'household', '/household');
    }
    await this.members.change(tx, changed);
    noteChanges(tx, { kind: 'member', code: changed.number, version: changed.version, by }, member, changed);
    return { number: changed.number, version: changed.version };
  }
}
