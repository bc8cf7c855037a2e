import type { Transaction } from '@ayni/database/transaction';
import type { CommandId, Day } from '@ayni/kernel';
import type { Allocation, Draw, Shortfall, Use } from './allocation.js';
import type { NewLot, Origin } from './lot.js';
import type { StockedProduct } from './product.js';
import type { DayStock } from './stock-of-days.js';

/** What a change of the store did to what was taken before it. */
export type Retold = {
  /** Receipts whose lots are others now. */
  readonly moved: readonly Moved[];
  /** What no lot holds any more. */
  readonly short: readonly Shortfall<Draw>[];
};

export type Moved = {
  readonly receipt: string;
  /** The command that moved them, where it was not this transaction's own. */
  readonly command: CommandId | undefined;
};

/** What draws took, and what that did to what was taken before them. */
export type Drawn = Allocation<Draw> & { readonly retold: Retold };

/**
 * The store: what came in, what went out, and which lot each quantity was taken from. That follows the days of what
 * came and went, in whatever order they are told. Whoever changes the store locks the products first, always in the
 * order of their codes.
 */
export abstract class StockPort {
  /** Locks the products that are known of these, or all where none are named. */
  abstract lock(tx: Transaction, products?: readonly string[]): Promise<ReadonlyMap<string, StockedProduct>>;
  /** Puts lots into the store and tells the others; what was taken on their days and later may come from them now. */
  abstract receive(tx: Transaction, lots: readonly NewLot[]): Promise<Retold>;
  /** Takes lots out again as if they had never come; what was taken from them is taken from others. */
  abstract withdraw(
    tx: Transaction,
    origin: Origin,
    facts: readonly { readonly code: string; readonly command?: CommandId | undefined }[],
  ): Promise<Retold>;
  /** What there was of products at the end of days, as this store knows it. */
  abstract atEndOf(
    tx: Transaction,
    asked: readonly { readonly product: string; readonly day: Day }[],
  ): Promise<readonly DayStock[]>;
  /** Takes from the lots that expire first, else arrived first; what they lack is an open shortage. */
  abstract draw(tx: Transaction, draws: readonly Draw[]): Promise<Drawn>;
  /** Puts back what was drawn, into the lots that it came from; what was taken later may come from them now. */
  abstract putBack(
    tx: Transaction,
    use: Use,
    facts: readonly { readonly code: string; readonly command?: CommandId | undefined }[],
  ): Promise<Retold>;
}
