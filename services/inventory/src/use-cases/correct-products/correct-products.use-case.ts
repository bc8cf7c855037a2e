import { refuseNoPicture } from '@ayni/attachments/named-attachments';
import type { Transaction } from '@ayni/database/transaction';
import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { Registered } from '@ayni/facts/registered/declaration';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { products, type Product } from '../../registered/product.js';

/** Corrects what the co-op grows and sells; lots that are there keep the day on which they expire. */
export class CorrectProducts extends CorrectRegistered<Product> {
  constructor(coops: CoopDirectory) {
    super(products, coops);
  }

  protected override async admit(tx: Transaction, _code: string, { photo }: Registered<Product>): Promise<void> {
    if (photo !== null) await refuseNoPicture(tx, photo, '/photo');
  }
}
