import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseRetired } from '@ayni/facts/registered/retired';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
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
    drafts.forEach((draft, i) => {
      checkMember(draft, `/rows/${i}`);
      refuseFuture(coop, draft.joinedOn, tx.now, `/rows/${i}/joinedOn`);
      if (draft.leftOn !== null) refuseFuture(coop, draft.leftOn, tx.now, `/rows/${i}/leftOn`);
    });
    const known = await this.households.known(
      tx,
      drafts.map(({ household }) => household),
    );
    drafts.forEach(({ household, joinedOn }, i) =>
      refuseRetired(known, household, joinedOn, 'household', `/rows/${i}/household`),
    );
    const fresh = new Set((await this.members.add(tx, drafts, by)).map(({ number }) => number));
    // only now is it known which rows are new; one that was there already changes no season
    const added = drafts.filter(({ number }) => fresh.has(number));
    const shut = await this.members.shutSeasonWithin(tx, added);
    if (shut) {
      const draft = added[shut.index];
      const pointer = `/rows/${drafts.findIndex(({ number }) => number === draft?.number)}/joinedOn`;
      throw new Refusal('season-closed', pointer, { day: draft?.joinedOn ?? '', season: shut.code });
    }
    return { recorded: fresh.size, unchanged: drafts.length - fresh.size };
  }
}
