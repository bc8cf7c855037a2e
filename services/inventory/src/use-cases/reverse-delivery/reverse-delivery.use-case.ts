import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { DeliveriesPort } from '../../domain/deliveries.port.js';
import type { IssuesPort } from '../../domain/issues.port.js';
import type { StockPort } from '../../domain/stock.port.js';

/** Takes a delivery back while its season is open; what was taken from its lot is taken from others. */
export class ReverseDelivery {
  constructor(
    private readonly deliveries: DeliveriesPort,
    private readonly stock: StockPort,
    private readonly issues: IssuesPort,
  ) {}

  async run(tx: Transaction, { code, reason, by }: Reversal): Promise<{ reversed: string }> {
    const delivery = await this.deliveries.find(tx, code);
    if (!delivery) throw new Refusal('not-found', '', { what: `delivery ${code}` });
    await refuseShutSeason(tx, [delivery.day]);
    await this.stock.lock(tx, [delivery.product]);
    await this.deliveries.reverse(tx, delivery, reason, by);
    await this.issues.tellShort(tx, await this.stock.withdraw(tx, 'delivery', [{ code }]));
    return { reversed: code };
  }
}
