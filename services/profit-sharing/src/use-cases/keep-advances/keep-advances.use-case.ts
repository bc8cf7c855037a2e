import type { Centavos } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { advances, type Advance, type SentAdvance } from '../../facts/advance.js';
import { KeepDebts } from '../keep-money/keep-debts.js';

/** Keeps advances. */
export class KeepAdvances extends KeepDebts<Advance, SentAdvance> {
  constructor(coops: CoopDirectory, ledger: LedgerPort, debts: DebtsPort) {
    super(advances, 'advance', coops, ledger, debts);
  }

  protected make(sent: SentAdvance, amount: Centavos): Advance {
    return { ...sent, amount };
  }
}
