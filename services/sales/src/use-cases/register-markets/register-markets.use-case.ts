import type { Transaction } from '@ayni/database/transaction';
import type { MarketsPort } from '../../domain/markets.port.js';

/** Enters the markets where the co-op sells. */
export class RegisterMarkets {
  constructor(private readonly markets: MarketsPort) {}

  run(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }> {
    return this.markets.add(tx, names);
  }
}
