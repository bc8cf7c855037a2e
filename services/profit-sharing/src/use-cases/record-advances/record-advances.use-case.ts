import type { Centavos, Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, refuseDuplicates } from '@ayni/facts/record';
import { refuseShutSeason } from '@ayni/facts/season-door';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { refuseStrangers } from '@ayni/reference-data/register/register';
import type { LedgerPort } from '../../domain/ledger.port.js';
import type { AdvancesPort } from '../../domain/money-facts.port.js';
import { advanceEntry } from '../../domain/postings.js';

export type AdvanceDraft = {
  readonly code: string;
  readonly paidOn: Day;
  readonly member: string;
  readonly amount: Centavos;
  readonly note: string;
};

/** Enters and posts advances, all or none; each is set off against its member's share. */
export class RecordAdvances {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly advances: AdvancesPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly { readonly draft: AdvanceDraft; readonly sent: object }[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    drafts.forEach(({ draft }, i) => refuseFuture(coop, draft.paidOn, tx.now, `/rows/${i}/paidOn`));
    refuseDuplicates(drafts.map(({ draft }) => draft.code));
    await refuseStrangers(
      tx,
      drafts.map(({ draft }) => draft.member),
      (i) => `/rows/${i}/member`,
    );
    const days = drafts.map(({ draft }) => draft.paidOn);
    await refuseShutSeason(tx, days, (i) => `/rows/${i}/paidOn`);
    const facts = drafts.map(({ draft: { paidOn: day, ...rest }, sent }) => ({
      fact: { ...rest, day },
      digest: digestOf(sent),
      by,
    }));
    const { fresh, unchanged } = await this.advances.add(tx, facts);
    await this.ledger.post(tx, fresh.map(advanceEntry));
    return { recorded: fresh.length, unchanged };
  }
}
