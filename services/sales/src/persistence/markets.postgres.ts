import type { Transaction } from '@ayni/database/transaction';
import { refuseDuplicates } from '@ayni/facts/record';
import { MarketsPort } from '../domain/markets.port.js';
import { MarketEntity } from './market.entity.js';

export class PostgresMarkets extends MarketsPort {
  async add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }> {
    refuseDuplicates(names, 'name');
    const rows = names.map((name) => ({ name }));
    const added = await tx.insert(MarketEntity, rows, { onConflict: 'nothing', returning: 'name' });
    return { recorded: added.length, unchanged: names.length - added.length };
  }
}
