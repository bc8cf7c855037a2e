import { addDays, centavos, each, formatAmount, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import { lockEach } from '@ayni/database/lock-each';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { cashCountEntry } from '../../domain/ledger/postings.js';
import { cashCounts, type CashCount, type SentCashCount } from '../../facts/cash-count.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps counts of the cash; where one differs from the books of its day, the difference is posted with its reason. */
export class KeepCashCounts extends KeepMoney<CashCount, SentCashCount> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(cashCounts, 'cash-count', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentCashCount>[],
    { places }: Coop,
  ): Promise<Admission<CashCount, SentCashCount>> {
    await lockEach(tx, 'account', ['cash']);
    const known = await this.recordedAmong(tx, rows);
    const inBooks = new Map<Day, bigint>();
    for (const day of new Set(rows.map(({ sent }) => parseDay(sent.countedOn))))
      inBooks.set(day, await this.ledger.balance(tx, 'cash', { until: addDays(day, 1) }));
    const found: { readonly day: string; readonly difference: bigint }[] = [];
    return {
      make: ({ sent, at }, day) => {
        const pieces = each(sent.pieces, ({ value, count }, i) => ({
          line: i + 1,
          value: parseAmountInBooks(value, places, `${at}/pieces/${i}/value`),
          count,
        }));
        const counted = centavos(pieces.reduce((sum, { value, count }) => sum + value * BigInt(count), 0n));
        const before = found.filter((one) => one.day <= day).reduce((sum, one) => sum + one.difference, 0n);
        const expected = centavos((inBooks.get(day) ?? 0n) + before);
        if (!known.has(sent.code)) {
          if (counted !== expected && sent.reason === '')
            throw new Refusal('difference-unexplained', `${at}/reason`, {
              counted: formatAmount(counted, places),
              inBooks: formatAmount(expected, places),
            });
          found.push({ day, difference: counted - expected });
        }
        return { code: sent.code, countedOn: day, counted, expected, reason: sent.reason, pieces };
      },
      recorded: (facts) => this.ledger.post(tx, facts.map(cashCountEntry)),
    };
  }
}
