import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { every } from '@ayni/http/faults';
import { parseAmountInBooks } from '../../domain/amount-in-books.js';
import type { Line } from '../../domain/entry.js';
import { OWN_MONEY } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { expenseEntry } from '../../domain/postings.js';
import { expenses, type Expense, type SentExpense } from '../../facts/expense.js';
import { holdGrants, refuseUnknownGrant } from '../keep-grant-moves/hold-grants.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/**
 * Keeps expenses; one that is charged to a grant never meets the season's result, and no grant is charged more than was
 * agreed. What its money does not cover yet is pre-financed.
 */
export class KeepExpenses extends KeepMoney<Expense, SentExpense> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(expenses, 'expense', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentExpense>[],
    { currency, places }: Coop,
  ): Promise<Admission<Expense, SentExpense>> {
    const charged = rows.filter(({ sent }) => sent.fundedBy !== OWN_MONEY);
    const held = await holdGrants(
      tx,
      charged.map(({ sent }) => sent.fundedBy),
      places,
    );
    const known = await this.recordedAmong(tx, charged);
    const lines = new Map<string, Line[]>();
    return {
      make: ({ sent, at }) =>
        every(
          () => {
            if (sent.fundedBy !== OWN_MONEY) refuseUnknownGrant(held, sent.fundedBy, `${at}/fundedBy`);
          },
          () => {
            const amount = parseAmountInBooks(sent.amount, places, `${at}/amount`);
            if (held.standing.has(sent.fundedBy) && !known.has(sent.code))
              lines.set(sent.code, held.books.charge(sent.fundedBy, amount, `${at}/amount`));
            return { ...sent, currency, amount };
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((expense) => expenseEntry({ ...expense, day: expense.spentOn }, lines.get(expense.code))),
        ),
    };
  }

  /** @throws Refusal `expense-written-off` */
  protected override async takeBack(
    tx: Transaction,
    expense: Standing<Expense>,
    reason: string,
    by: string,
  ): Promise<void> {
    if (expense.fundedBy === OWN_MONEY) return super.takeBack(tx, expense, reason, by);
    const { places } = await this.coops.get(tx);
    const { books } = await holdGrants(tx, [expense.fundedBy], places);
    await super.takeBack(tx, expense, reason, by);
    const lines = books.uncharge(expense.fundedBy, expense.amount);
    await this.ledger.takeBackBy(tx, expenseEntry({ ...expense, day: expense.spentOn }, lines));
  }

  /** What a grant paid was posted as it was taken back. */
  protected override reversed(tx: Transaction, expense: Expense): Promise<void> {
    return expense.fundedBy === OWN_MONEY ? super.reversed(tx, expense) : Promise.resolve();
  }
}
