import { NAMES, spelled, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { refuseDuplicates } from '@ayni/facts/record';
import { MarketsPort, type KnownMarket } from '../domain/markets.port.js';
import { MarketEntity } from './market.entity.js';

const known = statement(
  'known markets',
  `SELECT m.name AS code, m.called, m.retired_on AS "retiredOn"
   FROM markets m WHERE m.coop_id = current_setting('app.coop')::uuid AND m.name = ANY ($1)`,
);

export class PostgresMarkets extends MarketsPort {
  async known(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KnownMarket>> {
    const found = await tx.query<KnownMarket>(known, [[...new Set(codes)]]);
    return new Map(found.map((market) => [market.code, market]));
  }

  async called(tx: Transaction, name: string): Promise<KnownMarket | undefined> {
    const code = await spelledOne(tx, NAMES.market, name);
    return (await this.known(tx, [code])).get(code);
  }

  async add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }> {
    refuseDuplicates(names, 'name');
    const codeOf = await spelled(tx, NAMES.market, names);
    const there = await this.known(tx, names.map(codeOf));
    const rows = names.filter((name) => !there.has(codeOf(name))).map((name) => ({ name, called: name }));
    const added = await tx.insert(MarketEntity, rows, { onConflict: 'nothing', returning: 'name' });
    return { recorded: added.length, unchanged: names.length - added.length };
  }
}
