import type { Day, Measured } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';
import { gifts, type Gift, type SentGift } from '../../facts/gift.js';
import { KeepUses } from '../keep-uses/keep-uses.js';

/** Keeps what the co-op gave away. */
export class KeepGifts extends KeepUses<Gift, SentGift> {
  constructor(coops: CoopDirectory, stock: StockPort, issues: IssuesPort) {
    super(gifts, 'gift', coops, stock, issues);
  }

  protected make(sent: SentGift, measured: Measured & { readonly day: Day }): Gift {
    return { ...sent, ...measured };
  }
}
