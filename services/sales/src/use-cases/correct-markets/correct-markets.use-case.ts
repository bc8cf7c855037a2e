import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { MarketsPort } from '../../domain/markets.port.js';
import { markets, type Market } from '../../registered/market.js';

/** Corrects where the co-op sells; receipts find a market under its old name too. */
export class CorrectMarkets extends CorrectRegistered<Market> {
  constructor(
    coops: CoopDirectory,
    private readonly known: MarketsPort,
  ) {
    super(markets, coops);
  }

  protected override async admit(tx: Transaction, code: string, { name }: Market): Promise<void> {
    const other = await this.known.called(tx, name);
    if (other && other.code !== code) throw new Refusal('code-taken', '/name', { code: name });
  }
}
