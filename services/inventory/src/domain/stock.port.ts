import type { CommandId, Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Allocation, Draw, MeasuredDraw, Shortfall, Use } from './allocation.js';
import type { NewLot, Origin } from './lot.js';
import type { StockedProduct } from './product.js';
import type { DayStock } from './stock-of-days.js';

/**
 * The store: what came in, what went out, and which lot each quantity was taken from. Whoever changes
 * it locks the products first, always in the order of their codes.
 */
export abstract class StockPort {
  /** Locks the products that are known of these, or all where none are named. */
  abstract lock(tx: Transaction, products?: readonly string[]): Promise<ReadonlyMap<string, StockedProduct>>;
  /** Puts lots into the store, tells the others, and settles open shortages from them, the oldest first. */
  abstract receive(tx: Transaction, lots: readonly NewLot[]): Promise<void>;
  /**
   * Takes lots out again as if they had never come; what was taken from them is taken from others.
   * @returns what these lack
   */
  abstract withdraw(
    tx: Transaction,
    origin: Origin,
    facts: readonly { readonly code: string; readonly command?: CommandId | undefined }[],
  ): Promise<readonly Shortfall<Draw>[]>;
  /** What there was of products at the end of days, as this store knows it. */
  abstract atEndOf(
    tx: Transaction,
    asked: readonly { readonly product: string; readonly day: Day }[],
  ): Promise<readonly DayStock[]>;
  /** Takes from the lots that expire first, else arrived first; what they lack is an open shortage. */
  abstract draw(tx: Transaction, draws: readonly MeasuredDraw[]): Promise<Allocation<Draw>>;
  /** Puts back what was drawn, into the lots that it came from, and settles open shortages from it. */
  abstract putBack(tx: Transaction, use: Use, codes: readonly string[]): Promise<void>;
}
