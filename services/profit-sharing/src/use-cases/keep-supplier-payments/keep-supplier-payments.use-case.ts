import { every, formatAmount, Refusal } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { ownPartsOf } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { supplierPaymentEntry } from '../../domain/ledger/postings.js';
import { expenses } from '../../facts/expense.js';
import { supplierPayments, type SentSupplierPayment, type SupplierPayment } from '../../facts/supplier-payment.js';
import { KeepMoney } from '../keep-money/keep-money.js';
import { holdOwedExpenses } from './owed-expenses.js';

/** Keeps what is paid of expenses that were to be paid later: never more than is left of one. */
export class KeepSupplierPayments extends KeepMoney<SupplierPayment, SentSupplierPayment> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(supplierPayments, 'supplier-payment', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentSupplierPayment>[],
    { places }: Coop,
  ): Promise<Admission<SupplierPayment, SentSupplierPayment>> {
    const codes = rows.map(({ sent }) => sent.expense);
    const paid = await holdOwedExpenses(tx, codes);
    const known = await this.recordedAmong(tx, rows);
    const kept = await expenses.load(tx, codes);
    return {
      make: ({ sent, at }, day) => {
        const expense = kept.get(sent.expense);
        return every(
          () => {
            if (expense?.reversal !== null)
              throw new Refusal('unknown-reference', `${at}/expense`, { what: 'expense', code: sent.expense });
            if (day < expense.spentOn) throw new Refusal('wrong-order', `${at}/paidOn`, { detail: 'before-expense' });
          },
          () => {
            const amount = parseAmountInBooks(sent.amount, places, `${at}/amount`);
            if (expense && !known.has(sent.code)) {
              const own = ownPartsOf(expense).reduce((sum, part) => sum + part, 0n);
              const owed = expense.paidFrom === 'later' ? own : 0n;
              const left = owed - (paid.get(sent.expense) ?? 0n);
              if (amount > left)
                throw new Refusal('supplier-overpaid', `${at}/amount`, {
                  expense: sent.expense,
                  left: formatAmount(left, places),
                });
              paid.set(sent.expense, (paid.get(sent.expense) ?? 0n) + amount);
            }
            return { ...sent, amount };
          },
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((payment) => supplierPaymentEntry(payment, kept.get(payment.expense)?.supplier ?? '')),
        ),
    };
  }
}
