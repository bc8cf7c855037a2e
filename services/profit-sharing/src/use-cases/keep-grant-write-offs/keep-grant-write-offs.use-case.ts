import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Centavos, Day } from '@ayni/kernel';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { grantWriteOffs, type GrantWriteOff, type SentGrantWriteOff } from '../../facts/grant-write-off.js';
import { KeepGrantMoves } from '../keep-grant-moves/keep-grant-moves.js';

/** Keeps what of pre-financed expenses is given up: from then on a cost of the co-op. */
export class KeepGrantWriteOffs extends KeepGrantMoves<GrantWriteOff, SentGrantWriteOff> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(
      grantWriteOffs,
      'grant-write-off',
      {
        does: (books, grant, amount, pointer) => books.writeOff(grant, amount, pointer),
        undoes: (books, grant, amount) => books.unwriteOff(grant, amount),
      },
      coops,
      ledger,
    );
  }

  protected make(sent: SentGrantWriteOff, amount: Centavos, writtenOffOn: Day): GrantWriteOff {
    return { ...sent, writtenOffOn, amount };
  }
}
