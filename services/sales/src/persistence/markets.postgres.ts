import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { refuseDuplicates } from '@ayni/facts/record';
import { MarketsPort } from '../domain/markets.port.js';
import { MarketEntity } from './market.entity.js';

const known = statement(
  'known markets',
  `SELECT name FROM markets WHERE coop_id = current_setting('app.coop')::uuid AND name = ANY($1)`,
);

export class PostgresMarkets extends MarketsPort {
  async known(tx: Transaction, names: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await tx.query<{ name: string }>(known, [[...new Set(names)]]);
    return new Set(found.map(({ name }) => name));
  }

  async add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }> {
    refuseDuplicates(names, 'name');
    const rows = names.map((name) => ({ name }));
    const added = await tx.insert(MarketEntity, rows, { onConflict: 'nothing', returning: 'name' });
    return { recorded: added.length, unchanged: names.length - added.length };
  }
}
