import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Centavos, Day } from '@ayni/kernel';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { grantRefunds, type GrantRefund, type SentGrantRefund } from '../../facts/grant-refund.js';
import { KeepGrantMoves } from '../keep-grant-moves/keep-grant-moves.js';

/** Keeps what is given back to funders: no more than is there unspent. */
export class KeepGrantRefunds extends KeepGrantMoves<GrantRefund, SentGrantRefund> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(
      grantRefunds,
      'grant-refund',
      {
        does: (books, grant, amount, pointer) => books.refund(grant, amount, pointer),
        undoes: (books, grant, amount) => books.unrefund(grant, amount),
      },
      coops,
      ledger,
    );
  }

  protected make(sent: SentGrantRefund, amount: Centavos, refundedOn: Day): GrantRefund {
    return { ...sent, refundedOn, amount };
  }
}
