import { Refusal, type Day } from '@ayni/kernel';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import { every } from '@ayni/http/faults';
import { shutDaysOf } from '../../domain/catalogue.js';
import type { CataloguePort } from '../../domain/catalogue.port.js';
import { priceLines } from '../../domain/sale.js';
import { sales, type Sale, type SentSale } from '../../facts/sale.js';

/** Keeps receipts. */
export class KeepSales extends KeepFacts<Sale, SentSale> {
  constructor(
    coops: CoopDirectory,
    private readonly catalogue: CataloguePort,
  ) {
    super(sales, coops);
  }

  protected async admit(
    tx: Transaction,
    _rows: readonly LoadedRow<SentSale>[],
    { currency }: Coop,
  ): Promise<Admission<Sale, SentSale>> {
    const { markets, units } = await this.catalogue.read(tx);
    return {
      make: ({ sent, at }, day) =>
        every(
          () => {
            if (!markets.has(sent.market))
              throw new Refusal('unknown-reference', `${at}/market`, { what: 'market', code: sent.market });
          },
          () => ({ ...sent, day, currency, ...priceLines(sent.lines, day, units, at) }),
        ),
    };
  }

  /** The catalogue holds them too, so that a sale asks for all at once. */
  protected override async shutDays(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, string>> {
    return shutDaysOf(await this.catalogue.read(tx), days);
  }
}
