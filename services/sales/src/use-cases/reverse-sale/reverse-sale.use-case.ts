import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { SalesPort } from '../../domain/sales.port.js';

/** Takes a receipt back while its season is open; it nets to nothing on its own day. */
export class ReverseSale {
  constructor(private readonly sales: SalesPort) {}

  async run(tx: Transaction, { code, reason, by }: Reversal): Promise<{ reversed: string }> {
    const sale = await this.sales.find(tx, code);
    if (!sale) throw new Refusal('not-found', '', { what: `sale ${code}` });
    await refuseShutSeason(tx, [sale.day]);
    await this.sales.reverse(tx, sale, reason, by);
    return { reversed: code };
  }
}
