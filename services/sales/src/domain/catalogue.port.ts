import type { Transaction } from '@ayni/database/transaction';
import type { Catalogue } from './catalogue.js';

/** What receipts are checked against, as the books stand under the co-op's lock. */
export abstract class CataloguePort {
  abstract read(tx: Transaction): Promise<Catalogue>;
}
