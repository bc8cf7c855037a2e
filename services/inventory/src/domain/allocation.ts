import { stockQuantity, type CommandId, type Day, type StockQuantity, type StockUnit } from '@ayni/kernel';

export const USES = ['sale', 'loss', 'gift'] as const;
/** How produce leaves the store. */
export type Use = (typeof USES)[number];

/** A quantity of a product that something took, on the day on which it did. */
export type Demand = { readonly product: string; readonly day: Day; readonly quantity: StockQuantity };

/** A line of a receipt, or a whole fact that took produce. */
export type Draw = Demand & {
  readonly use: Use;
  readonly code: string;
  readonly line: number;
  readonly stockUnit: StockUnit;
  /** The command whose event brought it, where it was not this transaction's own. */
  readonly command?: CommandId | undefined;
};

/** A lot of which something is left. */
export type OpenLot = {
  readonly code: string;
  readonly product: string;
  readonly day: Day;
  readonly remaining: StockQuantity;
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
 * Meets demands one after the other from the lots of their product. Nothing is refused: what the
 * lots do not hold is short.
 * @param lots of each product in the order in which they are to be used up
 */
export function allocate<D extends Demand>(demands: readonly D[], lots: readonly OpenLot[]): Allocation<D> {
  const shelves = new Map<string, Shelf>();
  for (const lot of lots) {
    const shelf = shelves.get(lot.product);
    if (shelf) shelf.lots.push(lot);
    else shelves.set(lot.product, { lots: [lot], next: 0, taken: 0n });
  }
  const takings: Taking<D>[] = [];
  const short: Shortfall<D>[] = [];
  for (const demand of demands) {
    const lacking = takeFrom(shelves.get(demand.product), demand, takings);
    if (lacking > 0n) short.push({ demand, quantity: stockQuantity(lacking) });
  }
  return { takings, short };
}

/** The lots of a product, with how much of the one at `next` is used up. */
type Shelf = { readonly lots: OpenLot[]; next: number; taken: bigint };

/** @returns what the shelf does not hold */
function takeFrom<D extends Demand>(shelf: Shelf | undefined, demand: D, takings: Taking<D>[]): bigint {
  let lacking: bigint = demand.quantity;
  while (shelf && lacking > 0n) {
    const lot = shelf.lots[shelf.next];
    if (!lot) break;
    const left = lot.remaining - shelf.taken;
    const quantity = left < lacking ? left : lacking;
    const day = lot.day > demand.day ? lot.day : demand.day;
    if (quantity > 0n) takings.push({ demand, lot: lot.code, day, quantity: stockQuantity(quantity) });
    lacking -= quantity;
    shelf.taken += quantity;
    if (quantity === left) {
      shelf.next++;
      shelf.taken = 0n;
    }
  }
  return lacking;
}
