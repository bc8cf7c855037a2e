import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/messaging';
import {
  businessDay,
  digestOf,
  readUnitBook,
  refuseDuplicates,
  refuseShutSeason,
  type CoopDirectory,
  type Sent,
} from '@ayni/service-kit';
import type { MarketsPort } from '../../domain/markets.port.js';
import { priceSale, type SaleDraft } from '../../domain/sale.js';
import type { Entry, SalesPort } from '../../domain/sales.port.js';

/** Enters receipts, all or none. */
export class RecordSales {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly markets: MarketsPort,
    private readonly sales: SalesPort,
  ) {}

  /** @returns those that were new */
  async run(tx: Transaction, rows: readonly Sent<SaleDraft>[]): Promise<readonly Entry[]> {
    const drafts = rows.map(({ draft }) => draft);
    const coop = await this.coops.get(tx);
    const pointerOf = (i: number): string => `/rows/${i}/soldAt`;
    const days = drafts.map(({ soldAt }, i) => businessDay(coop, soldAt, tx.now, pointerOf(i)));
    refuseDuplicates(
      drafts.map(({ receipt }) => receipt),
      'receipt',
    );
    // asked at once: one round trip
    const [units, markets] = await Promise.all([
      readUnitBook(
        tx,
        drafts.flatMap(({ lines }) => lines.map(({ product }) => product)),
      ),
      this.markets.known(
        tx,
        drafts.map(({ market }) => market),
      ),
      refuseShutSeason(tx, days, pointerOf),
    ]);
    const entries = rows.map(({ draft, by, cause }, i) => {
      const pointer = `/rows/${i}`;
      const day = days[i];
      if (day === undefined) throw new Error('a receipt without a day');
      if (!markets.has(draft.market))
        throw new Refusal('unknown-reference', `${pointer}/market`, { what: 'market', code: draft.market });
      return {
        sale: priceSale(draft, day, coop.currency, units, pointer),
        digest: digestOf(draft),
        by: by.user,
        cause,
      };
    });
    return this.sales.add(tx, entries);
  }
}
