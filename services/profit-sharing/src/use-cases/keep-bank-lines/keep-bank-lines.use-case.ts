import { every } from '@ayni/kernel';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { bankLines, type BankLine, type SentBankLine } from '../../facts/bank-line.js';

/** Keeps what the bank and the provider of QR wrote. */
export class KeepBankLines extends KeepFacts<BankLine, SentBankLine> {
  constructor(coops: CoopDirectory) {
    super(bankLines, coops);
  }

  protected admit(
    _tx: Transaction,
    _rows: readonly LoadedRow<SentBankLine>[],
    { places }: Coop,
  ): Promise<Admission<BankLine, SentBankLine>> {
    return Promise.resolve({
      make: ({ sent, at }) => {
        const balance = (): BankLine['balance'] =>
          typeof sent.balance === 'string' ? parseAmountInBooks(sent.balance, places, `${at}/balance`) : null;
        return every(balance, () => ({
          ...sent,
          balance: balance(),
          amount: parseAmountInBooks(sent.amount, places, `${at}/amount`),
        }));
      },
    });
  }
}
