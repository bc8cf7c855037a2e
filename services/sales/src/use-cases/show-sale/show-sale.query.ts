import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { InBooks, ToldFact } from '@ayni/facts/declaration';
import { toldStanding } from '@ayni/facts/told';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { Sale, sales } from '../../facts/sale.js';

/** A receipt with its lines, as it stands in the books. */
export class ShowSale {
  constructor(private readonly coops: CoopDirectory) {}

  /**
   * @param seller whose receipts alone are shown; null shows all
   * @throws Refusal `not-found`
   */
  async run(tx: Transaction, receipt: string, seller: string | null): Promise<ToldFact<Sale> & InBooks> {
    const kept = await sales.find(tx, receipt);
    const sale = found(kept && seller !== null && kept.recordedBy !== seller ? undefined : kept, 'sale', receipt);
    return toldStanding(Sale, sale, sale.day, (await this.coops.get(tx)).places);
  }
}
