import type { Transaction } from '@ayni/database/transaction';
import { readAmount } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Sale, Told } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { saleEntry } from '../../domain/ledger/postings.js';

/** Posts receipts; what one came to is revenue on its own day. */
export class PostSales {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly ledger: LedgerPort,
  ) {}

  async record(tx: Transaction, sales: readonly Told<Sale, 'total'>[]): Promise<void> {
    const { places } = await this.coops.get(tx);
    const read = sales.map((sale) => ({ ...sale, total: readAmount(sale.total, places) }));
    await this.ledger.post(tx, read.map(saleEntry));
  }

  takeBack(tx: Transaction, receipts: readonly string[]): Promise<void> {
    return this.ledger.takeBack(tx, 'sale', receipts);
  }
}
