import { addersOf } from '@ayni/attachments/attachment-store';
import { eachOnce, refuseUnknownFile } from '@ayni/attachments/named-attachments';
import { all, every, formatAmount, isThere, Refusal, type Centavos } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { entryOf, mirrored, type Entry, type Line } from '../../domain/ledger/entry.js';
import { isOwnMoney, OWN_MONEY, ownPartsOf, paidOf } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { ownLines } from '../../domain/ledger/postings.js';
import { expenses, type Expense, type SentExpense } from '../../facts/expense.js';
import { grantsOfLines, linesOf, withoutOnlyLine } from './expense-lines.js';
import { budgetLineOf, holdGrants } from '../keep-grant-moves/hold-grants.js';
import { grantsOf, refuseUnknownSources, restOf, sourcesOf } from '../keep-grant-moves/sources.js';
import { holdOwedExpenses } from '../keep-supplier-payments/owed-expenses.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/**
 * Keeps expenses; what is charged to a grant never meets the season's result, and no grant is charged more than was
 * agreed. What its money does not cover yet is pre-financed.
 */
export class KeepExpenses extends KeepMoney<Expense, SentExpense> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(expenses, 'expense', coops, ledger);
  }

  /** As an older release took an expense, which one source paid in cash. */
  protected override digested(expense: SentExpense): object {
    const {
      rest,
      restFundedBy,
      supplier,
      document,
      paidFrom,
      attachments: _,
      budgetLine,
      lines,
      ...sent
    } = withoutOnlyLine(expense);
    const attachments = eachOnce(expense.attachments);
    const later = Object.entries({ rest, restFundedBy, supplier, document, paidFrom, attachments, budgetLine, lines });
    return { ...sent, ...Object.fromEntries(later.filter(([, value]) => isThere(value))) };
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentExpense>[],
    { currency, places }: Coop,
  ): Promise<Admission<Expense, SentExpense>> {
    const held = await holdGrants(
      tx,
      rows.flatMap(({ sent }) => [...grantsOf(sent), ...grantsOfLines(sent)]),
      places,
    );
    const known = await this.recordedAmong(tx, rows);
    const adders = await addersOf(
      tx,
      rows.flatMap(({ sent }) => sent.attachments ?? []),
    );
    const lines = new Map<string, Line[]>();
    return {
      make: ({ sent: written, at, by }) => {
        const attachments = eachOnce(written.attachments);
        const document = withoutOnlyLine(written);
        const sent = { ...document, ...sourcesOf(document, held) };
        return every(
          () => refuseOwedToNobody(sent, at),
          () => {
            if (!known.has(sent.code)) refuseUnknownFile(adders, attachments ?? [], by, `${at}/attachments`);
          },
          () => refuseUnknownSources(held, sent, at),
          () => {
            const paid = (): Centavos => parseAmountInBooks(sent.amount, places, `${at}/amount`);
            const [amount, rest, read, budgetLine] = all(
              paid,
              () => restOf(sent, paid, places, at),
              () => linesOf(sent, paid, { held, places, at }),
              () => (isThere(sent.lines) ? null : budgetLineOf(held, sent, at)),
            );
            const expense = {
              ...{ ...sent, ...tillOf(sent), currency, amount, attachments },
              ...{ ...rest, lines: read, budgetLine },
            };
            const [first] = expense.lines;
            const kept = first ? { ...expense, fundedBy: first.fundedBy } : expense;
            if (!known.has(sent.code))
              lines.set(sent.code, [
                ...ownPart(kept),
                ...paidOf(kept).flatMap(({ source, amount: part }, i) =>
                  held.standing.has(source) && source !== OWN_MONEY
                    ? held.books.charge(source, part, `${at}/${placeOf(kept, i)}`)
                    : [],
                ),
              ]);
            return kept;
          },
        );
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((expense) => entryFor(expense, lines.get(expense.code) ?? [])),
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
    const { places } = await this.coops.get(tx);
    const parts = paidOf(expense).filter(({ source }) => source !== OWN_MONEY);
    const { books } = await holdGrants(
      tx,
      parts.map(({ source }) => source),
      places,
    );
    const paid = (await holdOwedExpenses(tx, [expense.code])).get(expense.code) ?? 0n;
    if (paid > 0n) throw new Refusal('expense-paid', '', { expense: expense.code, paid: formatAmount(paid, places) });
    await super.takeBack(tx, expense, reason, by);
    await this.ledger.takeBackBy(
      tx,
      entryFor(expense, [
        ...ownPart(expense).map(mirrored),
        ...parts.flatMap(({ source, amount }) => books.uncharge(source, amount)),
      ]),
    );
  }

  /** It was posted as it was taken back: receipts since may have changed what it comes to. */
  protected override reversed(): Promise<void> {
    return Promise.resolve();
  }
}

const entryFor = ({ code, spentOn, lines: { length } }: Expense, lines: readonly Line[]): Entry =>
  entryOf({ source: 'expense', code, day: spentOn, items: Math.max(1, length) }, lines);

/** The lines of what own money pays of an expense. */
const ownPart = (expense: Expense): Line[] =>
  ownLines(ownPartsOf(expense), expense.paidFrom ?? 'cash', expense.supplier ?? '');

/** Where a part of what was paid stands in what was sent. */
function placeOf({ lines }: Expense, part: number): string {
  if (lines.length > 0) return `lines/${part}/amount`;
  return part === 0 ? 'amount' : 'rest';
}

const tillOf = ({
  supplier,
  document,
  paidFrom,
}: SentExpense): Pick<Expense, 'supplier' | 'document' | 'paidFrom'> => ({
  supplier: supplier ?? null,
  document: document ?? null,
  paidFrom: paidFrom ?? null,
});

/** What is paid later is owed to somebody, and by the co-op. @throws Refusal `bad-field` */
function refuseOwedToNobody({ paidFrom, supplier, fundedBy, restFundedBy, lines }: SentExpense, at: string): void {
  if (paidFrom !== 'later') return;
  if (!isThere(supplier)) throw new Refusal('bad-field', `${at}/supplier`, { detail: 'supplier-needed' });
  const sources = lines?.map((line) => line.fundedBy) ?? [fundedBy, restFundedBy];
  if (!sources.some((source) => isThere(source) && isOwnMoney(source)))
    throw new Refusal('bad-field', `${at}/paidFrom`, { detail: 'own-part-later' });
}
