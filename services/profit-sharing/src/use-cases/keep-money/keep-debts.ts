import { every, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { FactStore } from '@ayni/facts/fact-store';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { knownMembers, refuseNonMember, refuseStranger } from '@ayni/reference-data/register/register';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { refuseUsedDebt, type DebtKind } from '../../domain/debts/debt.js';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { debtEntry } from '../../domain/ledger/postings.js';
import { KeepMoney } from './keep-money.js';

type SentDebt = { readonly code: string; readonly member: string; readonly amount: string };
type DebtRow = { readonly code: string; readonly member: string; readonly amount: bigint };

/** Keeps debts of one kind; what is left of each is set off against its member's share where the rules say so. */
export abstract class KeepDebts<Row extends DebtRow, Sent extends SentDebt> extends KeepMoney<Row, Sent> {
  protected constructor(
    facts: FactStore<Row, Sent>,
    private readonly kind: DebtKind,
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly debts: DebtsPort,
  ) {
    super(facts, kind, coops, ledger);
  }

  /** The row of what was sent. */
  protected abstract make(sent: Sent, amount: Row['amount']): Row;

  /** Refuses what was agreed and cannot be. @param at its place in the request */
  protected refuseTerms(_sent: Sent, _at: string): void {
    return;
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<Sent>[],
    { places }: Coop,
  ): Promise<Admission<Row, Sent>> {
    const members = await knownMembers(
      tx,
      rows.map(({ sent }) => sent.member),
    );
    const late = rows.filter(({ sent }) => (members.get(sent.member) ?? null) !== null);
    const known = await this.recordedAmong(tx, late);
    const others = await this.debts.ofOtherKinds(
      tx,
      this.kind,
      rows.map(({ sent }) => sent.code),
    );
    return {
      make: ({ sent, at }, day) => {
        const amount = (): Row['amount'] => parseAmountInBooks(sent.amount, places, `${at}/amount`);
        return every(
          () => {
            // a repayment names a debt by its code alone
            if (others.has(sent.code)) throw new Refusal('code-taken', `${at}/code`, { code: sent.code });
          },
          () => {
            if (known.has(sent.code)) refuseStranger(members, sent.member, `${at}/member`);
            else refuseNonMember(members, sent.member, day, `${at}/member`);
          },
          amount,
          () => this.refuseTerms(sent, at),
          () => this.make(sent, amount()),
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((fact) => {
            const { code, member, amount } = fact;
            return debtEntry(this.kind, { code, member, amount, day: this.facts.dayOf(fact) });
          }),
        ),
    };
  }

  protected override async takeBack(tx: Transaction, fact: Standing<Row>, reason: string, by: string): Promise<void> {
    const { places } = await this.coops.get(tx);
    const [debt] = await this.debts.hold(tx, [fact.code]);
    if (debt) refuseUsedDebt(debt, places);
    await super.takeBack(tx, fact, reason, by);
  }
}
