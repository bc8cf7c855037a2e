import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { noteChanges } from '@ayni/facts/registered/changes';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { departMember, type Departure } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';

/** Enters that a member left; her last day still counts. */
export class DepartMember {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly members: MembersPort,
  ) {}

  async run(
    tx: Transaction,
    number: string,
    departure: Departure,
    by: string,
  ): Promise<{ number: string; version: number }> {
    const member = found(await this.members.lock(tx, number), 'member', number);
    const { leftOn, reason } = departure;
    const departed = departMember(member, departure);
    refuseFuture(await this.coops.get(tx), leftOn, tx.now, '/leftOn');
    // leaving takes away every later day of membership, so it must not reach into a shut season from before it
    const season = await this.members.shutSeasonFrom(tx, member, leftOn);
    if (season !== undefined) throw new Refusal('season-closed', '/leftOn', { day: leftOn, season });
    await this.members.depart(tx, departed, reason);
    noteChanges(tx, { kind: 'member', code: departed.number, version: departed.version, by }, member, departed);
    return { number: departed.number, version: departed.version };
  }
}
