import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { products, type Product } from '../../registered/product.js';

/** Corrects what the co-op grows and sells; lots that are there keep the day on which they expire. */
export class CorrectProducts extends CorrectRegistered<Product> {
  constructor(coops: CoopDirectory) {
    super(products, coops);
  }
}
