import { Refusal } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import { NAMES, spelled } from '@ayni/database/names';
import { lockEach } from '@ayni/database/lock-each';
import type { Transaction } from '@ayni/database/transaction';
import { every } from '@ayni/http/faults';
import { parseAmountInBooks } from '../../domain/amount-in-books.js';
import { GrantsLeft } from '../../domain/grant-left.js';
import { OWN_MONEY } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { expenseEntry } from '../../domain/postings.js';
import { expenses, type Expense, type SentExpense } from '../../facts/expense.js';
import { grants } from '../../facts/grant.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/**
 * Keeps expenses; one that a grant pays never meets the season's result, and no grant pays more than it holds. Grants
 * that are charged are held until then.
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
    const asked = charged.map(({ sent }) => sent.fundedBy);
    const grantOf = await spelled(tx, NAMES.grant, asked);
    const named = asked.map(grantOf);
    await lockEach(tx, 'grant', named);
    const payers = await grants.load(tx, named);
    const known = await this.recordedAmong(tx, charged);
    const left = new GrantsLeft(payers.values(), places);
    return {
      make: ({ sent: { fundedBy: payerAsked, ...sent }, at }) => {
        const fundedBy = grantOf(payerAsked);
        return every(
          () => {
            const payer = payers.get(fundedBy);
            if (fundedBy !== OWN_MONEY && (!payer || payer.reversal !== null))
              throw new Refusal('unknown-reference', `${at}/fundedBy`, { what: 'grant', code: fundedBy });
          },
          () => {
            const amount = parseAmountInBooks(sent.amount, places, `${at}/amount`);
            if (payers.has(fundedBy) && !known.has(sent.code)) left.charge(fundedBy, amount, `${at}/amount`);
            return { ...sent, fundedBy, currency, amount };
          },
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((expense) => expenseEntry({ ...expense, day: expense.spentOn }, payers.get(expense.fundedBy))),
        ),
    };
  }
}
