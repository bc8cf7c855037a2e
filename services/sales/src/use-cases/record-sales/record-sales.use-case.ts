import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, refuseDuplicates } from '@ayni/facts/record';
import { businessDay, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { firstShut } from '../../domain/catalogue.js';
import { priceSale, type SaleDraft } from '../../domain/sale.js';
import type { SalesPort } from '../../domain/sales.port.js';

/** Enters receipts, all or none. */
export class RecordSales {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly sales: SalesPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly SaleDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    const days = drafts.map(({ soldAt }, i) => businessDay(coop, soldAt, tx.now, `/rows/${i}/soldAt`));
    refuseDuplicates(
      drafts.map(({ receipt }) => receipt),
      'receipt',
    );
    const catalogue = await this.sales.catalogue(tx);
    const shut = firstShut(catalogue, days);
    if (shut) throw new Refusal('season-closed', `/rows/${shut.index}/soldAt`, { day: shut.day, season: shut.season });
    const entries = drafts.map((draft, i) => {
      const pointer = `/rows/${i}`;
      const day = days[i];
      if (day === undefined) throw new Error('a receipt without a day');
      if (!catalogue.markets.has(draft.market))
        throw new Refusal('unknown-reference', `${pointer}/market`, { what: 'market', code: draft.market });
      return { sale: priceSale(draft, day, coop.currency, catalogue.units, pointer), digest: digestOf(draft), by };
    });
    return this.sales.add(tx, entries);
  }
}
