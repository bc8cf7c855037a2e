import { Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseRetired } from '@ayni/facts/registered/retired';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import type { HouseholdsPort } from '../../domain/households.port.js';
import { checkMember, countsFrom, type MemberDraft } from '../../domain/member.js';
import type { MembersPort } from '../../domain/members.port.js';
import { isCarried } from '../../domain/resolution.js';
import type { ResolutionsPort } from '../../domain/resolutions.port.js';

/** A member who had joined before the end of a season that is closed, and from when her days count; null where they do not. */
export type LateMember = { readonly number: string; readonly countsFrom: Day | null };

type Registered = { readonly recorded: number; readonly unchanged: number; readonly late?: readonly LateMember[] };

/**
 * Puts persons into the register, all or none. What is closed stays as it is: of who is entered late, days of closed
 * seasons count in none.
 */
export class RegisterMembers {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly households: HouseholdsPort,
    private readonly members: MembersPort,
    private readonly assemblies: AssembliesPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

  /** @param admissions of each draft, the resolution that admits her, where one is named */
  async run(
    tx: Transaction,
    drafts: readonly MemberDraft[],
    admissions: readonly (string | null)[],
    by: string,
  ): Promise<Registered> {
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
    const shut = await this.members.shutDays(tx, drafts);
    const admitted = await this.admitted(tx, drafts, admissions);
    const entries = drafts.map((draft, i) => ({ ...draft, uncounted: shut[i] ?? [], admittedBy: admitted[i] ?? null }));
    const fresh = await this.members.add(tx, entries, by);
    if ((await this.assemblies.rules(tx)).admission === 'by-resolution') {
      const added = new Set(fresh.map(({ number }) => number));
      entries.forEach(({ number, admittedBy }, i) => {
        if (added.has(number) && admittedBy === null)
          throw new Refusal('admission-needs-resolution', `/rows/${i}/resolution`, { member: number });
      });
    }
    const late = fresh
      .filter(({ uncounted }) => uncounted.length > 0)
      .map((member) => ({ number: member.number, countsFrom: countsFrom(member) }));
    return { recorded: fresh.length, unchanged: drafts.length - fresh.length, ...(late.length > 0 ? { late } : {}) };
  }

  /** @throws Refusal `unknown-reference`, `resolution-not-carried`, `resolution-later` */
  private admitted(
    tx: Transaction,
    drafts: readonly MemberDraft[],
    admissions: readonly (string | null)[],
  ): Promise<(string | null)[]> {
    return Promise.all(
      drafts.map(async ({ joinedOn }, i) => {
        const asked = admissions[i] ?? null;
        if (asked === null) return null;
        const pointer = `/rows/${i}/resolution`;
        const resolution = await this.resolutions.find(tx, asked);
        if (!resolution) throw new Refusal('unknown-reference', pointer, { what: 'resolution', code: asked });
        const { number, adoptedOn } = resolution;
        if (!isCarried(resolution)) throw new Refusal('resolution-not-carried', pointer, { number });
        if (adoptedOn > joinedOn) throw new Refusal('resolution-later', pointer, { number, adoptedOn, joinedOn });
        return number;
      }),
    );
  }
}
