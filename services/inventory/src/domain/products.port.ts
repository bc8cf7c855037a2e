import type { Transaction } from '@ayni/database/transaction';
import type { Product, ProductUnit, StandingUnit, UnitKey, UnitUse } from './product.js';

/** The products of a co-op and their units. */
export abstract class ProductsPort {
  /** Adds products and tells the others; the same ones again change nothing. @throws Refusal `code-taken` */
  abstract add(
    tx: Transaction,
    entries: readonly { readonly product: Product; readonly digest: string }[],
  ): Promise<{ recorded: number; unchanged: number }>;
  /**
   * Adds units and tells the others; the same ones again change nothing.
   * @throws Refusal `unknown-reference`, `code-taken` where the day has another factor
   */
  abstract define(tx: Transaction, units: readonly ProductUnit[]): Promise<{ recorded: number; unchanged: number }>;
  /** A unit, its product held until the transaction ends. */
  abstract lockUnit(tx: Transaction, key: UnitKey): Promise<StandingUnit | undefined>;
  /** The first fact that stands and was measured with the factor, as far as its service has told of it. */
  abstract firstUse(tx: Transaction, key: UnitKey): Promise<UnitUse | undefined>;
  /** Keeps a unit as it is now and tells the others. */
  abstract correctUnit(tx: Transaction, unit: StandingUnit): Promise<void>;
}
