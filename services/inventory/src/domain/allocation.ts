import { stockQuantity, type CommandId, type Day, type StockQuantity, type StockUnit } from '@ayni/kernel';
import { byText } from './order.js';
import { Shelf, type OpenLot } from './shelf.js';

export const USES = ['sale', 'loss', 'gift'] as const;
/** How produce leaves the store. */
export type Use = (typeof USES)[number];

/** What a quantity was taken for: a line of a receipt, or a whole fact that took produce. */
export type Cause = { readonly use: Use; readonly code: string; readonly line: number };

/** A quantity of a product that something took, on the day on which it did. */
export type Demand = Cause & { readonly product: string; readonly day: Day; readonly quantity: StockQuantity };

/** A demand with what has to be known to tell of it. */
export type Draw = Demand & {
  readonly stockUnit: StockUnit;
  /** The command whose event brought it, where it was not this transaction's own. */
  readonly command?: CommandId | undefined;
};

/** What a demand took from a lot, on the first day on which both were there. */
export type Taking<D extends Demand> = {
  readonly demand: D;
  readonly lot: string;
  readonly day: Day;
  readonly quantity: StockQuantity;
};

/** What a demand took that no lot holds. */
export type Shortfall<D extends Demand> = { readonly demand: D; readonly quantity: StockQuantity };

export type Allocation<D extends Demand> = {
  readonly takings: readonly Taking<D>[];
  readonly short: readonly Shortfall<D>[];
};

/**
 * Meets demands from the lots of their product by their days, in whatever order they are given: those of an earlier day
 * first, from what was there on that day, else from the first lots that came after it. Nothing is refused: what the
 * lots do not hold is short.
 */
export function allocate<D extends Demand>(demands: readonly D[], lots: readonly OpenLot[]): Allocation<D> {
  const byProduct = new Map<string, OpenLot[]>();
  for (const lot of lots) {
    const known = byProduct.get(lot.product);
    if (known) known.push(lot);
    else byProduct.set(lot.product, [lot]);
  }
  const shelves = new Map([...byProduct].map(([product, held]) => [product, new Shelf(held)]));
  const takings: Taking<D>[] = [];
  const short: Shortfall<D>[] = [];
  for (const demand of demands.toSorted(byDays)) {
    const parts = shelves.get(demand.product)?.take(demand.day, demand.quantity) ?? [];
    takings.push(...parts.map((part) => ({ demand, ...part })));
    const lacking = parts.reduce((left, { quantity }) => left - quantity, demand.quantity as bigint);
    if (lacking > 0n) short.push({ demand, quantity: stockQuantity(lacking) });
  }
  return { takings, short };
}

/** By day; of one day in the order in which movements are listed. */
export const byDays = (a: Demand, b: Demand): number =>
  byText(a.day, b.day) || byText(a.use, b.use) || byText(a.code, b.code) || a.line - b.line;

export const causeKey = ({ use, code, line }: Cause): string => `${use}\n${code}\n${line}`;
