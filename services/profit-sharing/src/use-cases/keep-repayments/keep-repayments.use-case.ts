import { all, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { DebtBooks, inRepayment, type DebtKind } from '../../domain/debts/debt.js';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { repaymentEntry } from '../../domain/ledger/postings.js';
import { repayments, type Repayment, type SentRepayment } from '../../facts/repayment.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what members bring back of their debts, never more than is left of them. */
export class KeepRepayments extends KeepMoney<Repayment, SentRepayment> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly debts: DebtsPort,
  ) {
    super(repayments, 'repayment', coops, ledger);
  }

  /** As an older release took repayments, all of which were cash. */
  protected override digested({ into, ...sent }: SentRepayment): object {
    return into === 'cash' ? sent : { ...sent, into };
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentRepayment>[],
    { places }: Coop,
  ): Promise<Admission<Repayment, SentRepayment>> {
    const held = await this.debts.hold(
      tx,
      rows.map(({ sent }) => sent.debt),
    );
    const kept = await this.facts.load(
      tx,
      rows.map(({ sent }) => sent.code),
    );
    const books = new DebtBooks(held, places);
    const kinds = new Map<string, DebtKind>(held.map(({ code, kind }) => [code, kind]));
    return {
      make: ({ sent, at }, day) => {
        // what was entered before was counted then
        const before = kept.get(sent.code);
        const [amount] = all(
          () => parseAmountInBooks(sent.amount, places, `${at}/amount`),
          () => before ?? books.owed(sent.debt, day, inRepayment(at)),
        );
        const { member } = before ?? books.repay(sent.debt, day, amount, inRepayment(at));
        return { ...sent, paidOn: day, member, amount };
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map(({ code, member, amount, into, debt, paidOn }) => {
            const kind = kinds.get(debt);
            if (!kind) throw new Refusal('unknown-reference', '', { what: 'debt', code: debt });
            return repaymentEntry(kind, { code, member, amount, into, day: paidOn });
          }),
        ),
    };
  }

  protected override async takeBack(
    tx: Transaction,
    fact: Standing<Repayment>,
    reason: string,
    by: string,
  ): Promise<void> {
    await this.debts.hold(tx, [fact.debt]);
    await super.takeBack(tx, fact, reason, by);
  }
}
