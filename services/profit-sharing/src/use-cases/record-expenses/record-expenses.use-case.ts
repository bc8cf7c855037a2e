import { Refusal, type Centavos, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, refuseDuplicates } from '@ayni/facts/record';
import { refuseShutSeason } from '@ayni/facts/season-door';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { OWN_MONEY } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import type { ExpensesPort, GrantsPort } from '../../domain/money-facts.port.js';
import { expenseEntry } from '../../domain/postings.js';

export type ExpenseDraft = {
  readonly code: string;
  readonly spentOn: Day;
  readonly category: string;
  readonly amount: Centavos;
  readonly fundedBy: string;
};

/** Enters and posts expenses, all or none; one that a grant pays never meets the season's result. */
export class RecordExpenses {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly expenses: ExpensesPort,
    private readonly grants: GrantsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly { readonly draft: ExpenseDraft; readonly sent: object }[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    drafts.forEach(({ draft }, i) => refuseFuture(coop, draft.spentOn, tx.now, `/rows/${i}/spentOn`));
    refuseDuplicates(drafts.map(({ draft }) => draft.code));
    const named = new Set(drafts.map(({ draft }) => draft.fundedBy));
    named.delete(OWN_MONEY);
    const grants = await this.grants.standing(tx, [...named]);
    drafts.forEach(({ draft: { fundedBy } }, i) => {
      if (fundedBy !== OWN_MONEY && !grants.has(fundedBy))
        throw new Refusal('unknown-reference', `/rows/${i}/fundedBy`, { what: 'grant', code: fundedBy });
    });
    const days = drafts.map(({ draft }) => draft.spentOn);
    await refuseShutSeason(tx, days, (i) => `/rows/${i}/spentOn`);
    const facts = drafts.map(({ draft: { spentOn: day, ...rest }, sent }) => ({
      fact: { ...rest, day, currency: coop.currency },
      digest: digestOf(sent),
      by,
    }));
    const { fresh, unchanged } = await this.expenses.add(tx, facts);
    await this.ledger.post(
      tx,
      fresh.map((expense) => expenseEntry(expense, grants.get(expense.fundedBy))),
    );
    return { recorded: fresh.length, unchanged };
  }
}
