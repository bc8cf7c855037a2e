import { found, type Day, type Membership } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { countsFrom, returnMember } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';
import type { AdmitMember } from '../admit-member/admit-member.js';

/** Enters that somebody who had left is a member again, under her number. */
export class ReturnMember {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly members: MembersPort,
    private readonly admitMember: AdmitMember,
  ) {}

  /** @param resolution that admits her anew, where one is named */
  async run(
    tx: Transaction,
    number: string,
    period: Membership,
    resolution: string | null,
    by: string,
  ): Promise<{ number: string; version: number; countsFrom: Day | null }> {
    const member = found(await this.members.lock(tx, number), 'member', number);
    const returned = returnMember(member, period);
    const coop = await this.coops.get(tx);
    refuseFuture(coop, period.joinedOn, tx.now, '/joinedOn');
    if (period.leftOn !== null) refuseFuture(coop, period.leftOn, tx.now, '/leftOn');
    const who = { number: member.number, joinedOn: period.joinedOn };
    const under = await this.admitMember.read(tx, who, resolution, '/resolution');
    if (await this.admitMember.isByResolution(tx))
      this.admitMember.refuseUncovered(member.number, under, '/resolution');
    const [uncounted = []] = await this.members.shutDays(tx, [period]);
    await this.members.comeBack(tx, returned, { ...period, uncounted });
    const { leftOn, leftReason, leftCause } = member;
    noteChanges(
      tx,
      { kind: 'member', code: member.number, version: returned.version, by },
      { leftOn, leftReason, leftCause },
      {
        ...{ leftOn: returned.leftOn, leftReason: null, leftCause: null, returnedOn: period.joinedOn },
        ...(under === null ? {} : { admittedBy: under.number }),
      },
    );
    return { number: member.number, version: returned.version, countsFrom: countsFrom({ ...period, uncounted }) };
  }
}
