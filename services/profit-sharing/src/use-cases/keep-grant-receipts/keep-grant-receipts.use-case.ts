import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Centavos, Day } from '@ayni/kernel';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { grantReceipts, type GrantReceipt, type SentGrantReceipt } from '../../facts/grant-receipt.js';
import { KeepGrantMoves } from '../keep-grant-moves/keep-grant-moves.js';

/** Keeps what arrives of grants: it settles first what was pre-financed. */
export class KeepGrantReceipts extends KeepGrantMoves<GrantReceipt, SentGrantReceipt> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(
      grantReceipts,
      'grant-receipt',
      {
        does: (books, grant, amount, pointer) => books.receive(grant, amount, pointer),
        undoes: (books, grant, amount) => books.unreceive(grant, amount),
      },
      coops,
      ledger,
    );
  }

  protected make(sent: SentGrantReceipt, amount: Centavos, receivedOn: Day): GrantReceipt {
    return { ...sent, receivedOn, amount };
  }
}
