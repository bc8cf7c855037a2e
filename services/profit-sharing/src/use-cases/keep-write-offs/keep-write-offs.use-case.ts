import type { Centavos } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Entry } from '../../domain/ledger/entry.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { writeOffEntry } from '../../domain/ledger/postings.js';
import { writeOffs, type SentWriteOff, type WriteOff } from '../../facts/write-off.js';
import { KeepSettlements } from '../keep-money/keep-settlements.js';

/** Keeps what buyers will not pay any more. */
export class KeepWriteOffs extends KeepSettlements<WriteOff, SentWriteOff> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(writeOffs, 'write-off', coops, ledger);
  }

  protected make(sent: SentWriteOff, amount: Centavos): WriteOff {
    return { ...sent, amount };
  }

  protected entry(row: WriteOff): Entry {
    return writeOffEntry(row);
  }
}
