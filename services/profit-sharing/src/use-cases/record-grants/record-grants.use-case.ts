import { Refusal, type Centavos, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, refuseDuplicates } from '@ayni/facts/record';
import { refuseShutSeason } from '@ayni/facts/season-door';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { OWN_MONEY } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import type { GrantsPort } from '../../domain/money-facts.port.js';
import { grantEntry } from '../../domain/postings.js';

export type GrantDraft = {
  readonly code: string;
  readonly funder: string;
  readonly purpose: string;
  readonly amount: Centavos;
  readonly receivedOn: Day;
  readonly restricted: boolean;
};

/** Enters and posts grants, all or none. */
export class RecordGrants {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly grants: GrantsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly { readonly draft: GrantDraft; readonly sent: object }[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    drafts.forEach(({ draft: { code, receivedOn } }, i) => {
      refuseFuture(coop, receivedOn, tx.now, `/rows/${i}/receivedOn`);
      if (code === OWN_MONEY)
        throw new Refusal('bad-field', `/rows/${i}/code`, {
          detail: `"${OWN_MONEY}" stands for the co-op's own money`,
        });
    });
    refuseDuplicates(drafts.map(({ draft }) => draft.code));
    const days = drafts.map(({ draft }) => draft.receivedOn);
    await refuseShutSeason(tx, days, (i) => `/rows/${i}/receivedOn`);
    const facts = drafts.map(({ draft: { receivedOn: day, ...rest }, sent }) => ({
      fact: { ...rest, day },
      digest: digestOf(sent),
      by,
    }));
    const { fresh, unchanged } = await this.grants.add(tx, facts);
    await this.ledger.post(tx, fresh.map(grantEntry));
    return { recorded: fresh.length, unchanged };
  }
}
