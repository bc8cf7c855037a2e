import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { transferEntry } from '../../domain/ledger/postings.js';
import { transfers, type SentTransfer, type Transfer } from '../../facts/transfer.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps what was carried between cash and bank. */
export class KeepTransfers extends KeepMoney<Transfer, SentTransfer> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(transfers, 'transfer', coops, ledger);
  }

  protected admit(
    tx: Transaction,
    _rows: readonly LoadedRow<SentTransfer>[],
    { places }: Coop,
  ): Promise<Admission<Transfer, SentTransfer>> {
    return Promise.resolve({
      make: ({ sent, at }) => ({ ...sent, amount: parseAmountInBooks(sent.amount, places, `${at}/amount`) }),
      recorded: (facts) => this.ledger.post(tx, facts.map(transferEntry)),
    });
  }
}
