import type { Transaction } from '@ayni/database/transaction';
import type { Sale } from '../../domain/facts.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import { saleEntry } from '../../domain/postings.js';

/** Posts receipts; what one came to is revenue on its own day. */
export class PostSales {
  constructor(private readonly ledger: LedgerPort) {}

  record(tx: Transaction, sales: readonly Sale[]): Promise<void> {
    return this.ledger.post(tx, sales.map(saleEntry));
  }

  takeBack(tx: Transaction, receipts: readonly string[]): Promise<void> {
    return this.ledger.takeBack(tx, 'sale', receipts);
  }
}
