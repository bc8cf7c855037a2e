import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { refuseDuplicates } from '@ayni/facts/record';
import { MarketsPort, type KnownMarket } from '../domain/markets.port.js';
import { MarketEntity } from './market.entity.js';

// the code goes before what another market is called
const known = statement(
  'known markets',
  `SELECT DISTINCT ON (asked) asked, m.name AS code, m.retired_on AS "retiredOn"
   FROM unnest($1::text[]) AS asked JOIN markets m
     ON m.coop_id = current_setting('app.coop')::uuid AND (m.name = asked OR m.called = asked)
   ORDER BY asked, m.name <> asked, m.retired_on IS NOT NULL`,
);

export class PostgresMarkets extends MarketsPort {
  async known(tx: Transaction, names: readonly string[]): Promise<ReadonlyMap<string, KnownMarket>> {
    const found = await tx.query<KnownMarket & { asked: string }>(known, [[...new Set(names)]]);
    return new Map(found.map(({ asked, ...market }) => [asked, market]));
  }

  async add(tx: Transaction, names: readonly string[]): Promise<{ recorded: number; unchanged: number }> {
    refuseDuplicates(names, 'name');
    const there = await this.known(tx, names);
    const rows = names.filter((name) => !there.has(name)).map((name) => ({ name, called: name }));
    const added = await tx.insert(MarketEntity, rows, { onConflict: 'nothing', returning: 'name' });
    return { recorded: added.length, unchanged: names.length - added.length };
  }
}
