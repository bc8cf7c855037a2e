import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { Faults } from '@ayni/http/faults';
import { refuseRetired } from '@ayni/facts/registered/retired';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { HouseholdsPort } from '../../domain/households.port.js';
import { checkMember, countsFrom, type MemberDraft } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';
import type { AdmitMember } from '../admit-member/admit-member.js';

/** A member who had joined before the end of a season that is closed, and from when her days count; null where they do not. */
export type LateMember = { readonly number: string; readonly countsFrom: Day | null };

export type Registered = {
  readonly recorded: number;
  readonly unchanged: number;
  readonly late?: readonly LateMember[];
};

/** Who is told of; left out where nobody is late. */
export const toldOf = (late: readonly LateMember[]): { readonly late?: readonly LateMember[] } =>
  late.length > 0 ? { late } : {};

/**
 * Puts persons into the register, all or none. What is closed stays as it is: of who is entered late, days of closed
 * seasons count in none.
 */
export class RegisterMembers {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly households: HouseholdsPort,
    private readonly members: MembersPort,
    private readonly admitMember: AdmitMember,
  ) {}

  /** @param admissions of each draft, the resolution that admits her, where one is named */
  async run(
    tx: Transaction,
    drafts: readonly MemberDraft[],
    admissions: readonly (string | null)[],
    by: string,
  ): Promise<Registered> {
    const coop = await this.coops.get(tx);
    const faults = new Faults();
    drafts.forEach((draft, i) => {
      const { joinedOn, leftOn } = draft;
      faults.check(i, () => checkMember(draft, `/rows/${i}`));
      faults.check(i, () => refuseFuture(coop, joinedOn, tx.now, `/rows/${i}/joinedOn`));
      if (leftOn !== null) faults.check(i, () => refuseFuture(coop, leftOn, tx.now, `/rows/${i}/leftOn`));
    });
    const known = await this.households.known(
      tx,
      drafts.map(({ household }) => household),
    );
    drafts.forEach(({ household, joinedOn }, i) =>
      faults.check(i, () =>
        refuseRetired(known.get(household), household, joinedOn, 'household', `/rows/${i}/household`),
      ),
    );
    const under = await Promise.all(
      drafts.map((draft, i) =>
        faults.checkLater(i, () => this.admitMember.read(tx, draft, admissions[i] ?? null, `/rows/${i}/resolution`)),
      ),
    );
    if (await this.admitMember.isByResolution(tx)) {
      const unchanged = await this.members.unchanged(tx, drafts);
      drafts.forEach(({ number }, i) => {
        // undefined where the resolution itself was refused
        const admittedBy = under[i];
        if (admittedBy === undefined || unchanged.has(number)) return;
        faults.check(i, () => this.admitMember.refuseUncovered(number, admittedBy, `/rows/${i}/resolution`));
      });
    }
    await faults.throwWith(() => this.members.refuseTaken(tx, drafts));
    const shut = await this.members.shutDays(tx, drafts);
    const entries = drafts.map((draft, i) => ({
      ...draft,
      uncounted: shut[i] ?? [],
      admittedBy: under[i]?.number ?? null,
    }));
    const fresh = await this.members.add(tx, entries, by);
    const late = fresh
      .filter(({ uncounted }) => uncounted.length > 0)
      .map((member) => ({ number: member.number, countsFrom: countsFrom(member) }));
    return { recorded: fresh.length, unchanged: drafts.length - fresh.length, ...toldOf(late) };
  }
}
