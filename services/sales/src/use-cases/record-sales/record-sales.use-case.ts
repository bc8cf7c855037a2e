import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/messaging';
import { businessDay, digestOf, refuseDuplicates, type CoopDirectory } from '@ayni/service-kit';
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
    const { units, markets, shut } = await this.sales.references(tx, {
      products: [...new Set(drafts.flatMap(({ lines }) => lines.map(({ product }) => product)))],
      markets: [...new Set(drafts.map(({ market }) => market))],
      days: [...new Set(days)],
    });
    if (shut) throw new Refusal('season-closed', `/rows/${days.indexOf(shut.day)}/soldAt`, shut);
    const entries = drafts.map((draft, i) => {
      const pointer = `/rows/${i}`;
      const day = days[i];
      if (day === undefined) throw new Error('a receipt without a day');
      if (!markets.has(draft.market))
        throw new Refusal('unknown-reference', `${pointer}/market`, { what: 'market', code: draft.market });
      return { sale: priceSale(draft, day, coop.currency, units, pointer), digest: digestOf(draft), by };
    });
    return this.sales.add(tx, entries);
  }
}
