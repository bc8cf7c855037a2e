import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { LossesPort } from '../../domain/losses.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** Takes a loss back while its season is open; the lots that it was taken from get it back. */
export class ReverseLoss {
  constructor(
    private readonly losses: LossesPort,
    private readonly stock: StockPort,
  ) {}

  async run(tx: Transaction, { code, reason, by }: Reversal): Promise<{ reversed: string }> {
    const loss = await this.losses.find(tx, code);
    if (!loss) throw new Refusal('not-found', '', { what: `loss ${code}` });
    await refuseShutSeason(tx, [loss.day]);
    await this.stock.lock(tx, [loss.product]);
    await this.losses.reverse(tx, loss, reason, by);
    await this.stock.putBack(tx, 'loss', [code]);
    return { reversed: code };
  }
}
