import type { Centavos } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { fines, type Fine, type SentFine } from '../../facts/fine.js';
import { KeepDebts } from '../keep-money/keep-debts.js';

/** Keeps fines. */
export class KeepFines extends KeepDebts<Fine, SentFine> {
  constructor(coops: CoopDirectory, ledger: LedgerPort, debts: DebtsPort) {
    super(fines, 'fine', coops, ledger, debts);
  }

  protected make(sent: SentFine, amount: Centavos): Fine {
    return { ...sent, amount };
  }
}
