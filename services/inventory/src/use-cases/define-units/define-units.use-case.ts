import { nameKey, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { ProductUnit } from '../../domain/product.js';
import type { ProductsPort } from '../../domain/products.port.js';

/** Defines units of products, all or none; a unit may get another factor from a later day on. */
export class DefineUnits {
  constructor(private readonly products: ProductsPort) {}

  run(tx: Transaction, units: readonly ProductUnit[]): Promise<{ recorded: number; unchanged: number }> {
    const seen = new Set<string>();
    units.forEach(({ product, unit, validFrom }, i) => {
      const code = `${product} ${unit} ${validFrom}`;
      if (seen.has(nameKey(code))) throw new Refusal('duplicate-code', `/rows/${i}/unit`, { code });
      seen.add(nameKey(code));
    });
    return this.products.define(tx, units);
  }
}
