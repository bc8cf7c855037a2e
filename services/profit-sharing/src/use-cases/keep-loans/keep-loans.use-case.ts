import type { Centavos } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { loans, type Loan, type SentLoan } from '../../facts/loan.js';
import { KeepDebts } from '../keep-money/keep-debts.js';

/** Keeps loans. */
export class KeepLoans extends KeepDebts<Loan, SentLoan> {
  constructor(coops: CoopDirectory, ledger: LedgerPort, debts: DebtsPort) {
    super(loans, 'loan', coops, ledger, debts);
  }

  protected make(sent: SentLoan, amount: Centavos): Loan {
    return { ...sent, amount };
  }
}
