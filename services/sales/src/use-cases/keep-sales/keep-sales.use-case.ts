import { every, Refusal } from '@ayni/kernel';
import type { Standing } from '@ayni/facts/declaration';
import type { Principal } from '@ayni/http/auth/principal';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts, type Admission } from '@ayni/facts/keep-facts';
import type { LoadedRow } from '@ayni/http/commands/load';
import { refuseRetired } from '@ayni/facts/registered/retired';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { readUnitBook } from '@ayni/reference-data/products/unit-book';
import type { MarketsPort } from '../../domain/markets.port.js';
import { priceLines } from '../../domain/sale.js';
import { sales, type Sale, type SentSale } from '../../facts/sale.js';
import { takesBackAny } from './seller.js';

/** Keeps receipts. */
export class KeepSales extends KeepFacts<Sale, SentSale> {
  constructor(
    coops: CoopDirectory,
    private readonly markets: MarketsPort,
  ) {
    super(sales, coops);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentSale>[],
    { currency, places }: Coop,
  ): Promise<Admission<Sale, SentSale>> {
    // asked at once: one round trip
    const [units, markets] = await Promise.all([
      readUnitBook(
        tx,
        rows.flatMap(({ sent }) => sent.lines.map(({ product }) => product)),
      ),
      this.markets.known(
        tx,
        rows.map(({ sent }) => sent.market),
      ),
    ]);
    return {
      make: ({ sent, at }, day) => {
        const market = markets.get(sent.market);
        return every(
          () => refuseRetired(market?.retiredOn, market?.called ?? sent.market, day, 'market', `${at}/market`),
          () => ({ ...sent, day, currency, ...priceLines(sent.lines, day, { units, places }, at) }),
        );
      },
    };
  }

  protected override mayReverse({ recordedBy }: Standing<Sale>, by: Principal): boolean {
    return takesBackAny(by) || recordedBy === by.user;
  }

  protected override async refuseReversal(tx: Transaction, sale: Standing<Sale>, by: Principal): Promise<void> {
    if (!takesBackAny(by) && sale.day !== (await this.coops.today(tx)))
      throw new Refusal('not-of-today', '', { code: sale.receipt, day: sale.day });
  }
}
