import { formatAmount, Refusal, type Centavos } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { FactStore } from '@ayni/facts/fact-store';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import { lockEach } from '@ayni/database/lock-each';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { Entry } from '../../domain/ledger/entry.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { KeepMoney } from './keep-money.js';

type SentSettlement = { readonly code: string; readonly amount: string };

/** Keeps what settles sales on credit: never more than buyers owe. */
export abstract class KeepSettlements<
  Row extends { readonly amount: Centavos },
  Sent extends SentSettlement,
> extends KeepMoney<Row, Sent> {
  protected constructor(
    facts: FactStore<Row, Sent>,
    source: 'collection' | 'write-off',
    coops: CoopDirectory,
    ledger: LedgerPort,
  ) {
    super(facts, source, coops, ledger);
  }

  /** The row of what was sent. */
  protected abstract make(sent: Sent, amount: Centavos): Row;

  protected abstract entry(row: Row): Entry;

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<Sent>[],
    { places }: Coop,
  ): Promise<Admission<Row, Sent>> {
    await lockEach(tx, 'account', ['receivables']);
    const known = await this.recordedAmong(tx, rows);
    let owed = await this.ledger.balance(tx, 'receivables');
    return {
      make: ({ sent, at }) => {
        const amount = parseAmountInBooks(sent.amount, places, `${at}/amount`);
        if (!known.has(sent.code)) {
          if (amount > owed)
            throw new Refusal('more-than-receivable', `${at}/amount`, {
              owed: formatAmount(owed > 0n ? owed : 0n, places),
            });
          owed -= amount;
        }
        return this.make(sent, amount);
      },
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((fact) => this.entry(fact)),
        ),
    };
  }
}
