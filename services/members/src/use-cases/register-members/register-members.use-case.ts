import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/messaging';
import { refuseFuture, refuseShutSeason, type CoopDirectory } from '@ayni/service-kit';
import type { HouseholdsPort } from '../../domain/households.port.js';
import { checkMember, type MemberDraft } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';

/** Puts persons into the register, all or none. */
export class RegisterMembers {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly households: HouseholdsPort,
    private readonly members: MembersPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly MemberDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    const dates = drafts.flatMap((draft, i) => {
      const { number, joinedOn, leftOn } = draft;
      checkMember(draft, `/rows/${i}`);
      const joined = { number, day: joinedOn, pointer: `/rows/${i}/joinedOn` };
      return leftOn === null ? [joined] : [joined, { number, day: leftOn, pointer: `/rows/${i}/leftOn` }];
    });
    for (const { day, pointer } of dates) refuseFuture(coop, day, tx.now, pointer);
    const known = await this.households.known(
      tx,
      drafts.map(({ household }) => household),
    );
    drafts.forEach(({ household: code }, i) => {
      if (!known.has(code)) throw new Refusal('unknown-reference', `/rows/${i}/household`, { what: 'household', code });
    });
    const fresh = new Set((await this.members.add(tx, drafts, by)).map(({ number }) => number));
    // only now is it known which rows are new; one that was there already changes no season
    const added = dates.filter(({ number }) => fresh.has(number));
    await refuseShutSeason(
      tx,
      added.map(({ day }) => day),
      (i) => added[i]?.pointer ?? '',
    );
    return { recorded: fresh.size, unchanged: drafts.length - fresh.size };
  }
}
