import type { Measured, Day } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { StockPort } from '../../domain/stock.port.js';
import { losses, type Loss, type SentLoss } from '../../facts/loss.js';
import { KeepUses } from '../keep-uses/keep-uses.js';

/** Keeps what the store lost. */
export class KeepLosses extends KeepUses<Loss, SentLoss> {
  constructor(coops: CoopDirectory, stock: StockPort) {
    super(losses, 'loss', coops, stock);
  }

  protected make(sent: SentLoss, measured: Measured & { readonly day: Day }): Loss {
    return { ...sent, ...measured };
  }

  /** The moment was sent as `recordedAt` before; the same loss sent again is still the same. */
  protected override digested({ lostAt, ...loss }: SentLoss): object {
    return { ...loss, recordedAt: lostAt };
  }
}
