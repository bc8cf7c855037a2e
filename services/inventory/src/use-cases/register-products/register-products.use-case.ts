import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import type { Product } from '../../domain/product.js';
import type { ProductsPort } from '../../domain/products.port.js';

/** Enters products, all or none. */
export class RegisterProducts {
  constructor(private readonly products: ProductsPort) {}

  run(tx: Transaction, products: readonly Product[]): Promise<{ recorded: number; unchanged: number }> {
    return this.products.add(
      tx,
      products.map((product) => ({ product, digest: digestOf(product) })),
    );
  }
}
