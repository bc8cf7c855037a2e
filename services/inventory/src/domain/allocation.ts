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

/** The same with the unit that it was measured with. */
export type MeasuredDraw = Draw & { readonly unit: string };

/** A lot of which something is left. */
export type OpenLot = {
  readonly code: string;
  readonly product: string;
  readonly day: Day;
  /** The last day on which it keeps; null where it does not spoil. */
  readonly expiresOn: Day | null;
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
 * Meets demands one after the other from the lots of their product; one that had expired by the day of a demand is
 * taken only when nothing else is left. Nothing is refused: what the lots do not hold is short.
 * @param lots of each product in the order in which they are to be used up
 */
export function allocate<D extends Demand>(demands: readonly D[], lots: readonly OpenLot[]): Allocation<D> {
  const shelves = new Map<string, Shelf>();
  for (const lot of lots) {
    const shelf = shelves.get(lot.product) ?? [];
    shelf.push({ lot, left: lot.remaining });
    shelves.set(lot.product, shelf);
  }
  const takings: Taking<D>[] = [];
  const short: Shortfall<D>[] = [];
  for (const demand of demands) {
    const lacking = takeFrom(shelves.get(demand.product), demand, takings);
    if (lacking > 0n) short.push({ demand, quantity: stockQuantity(lacking) });
  }
  return { takings, short };
}

/** The lots of a product, with what the demands before have left of each. */
type Shelf = { readonly lot: OpenLot; left: bigint }[];

/** @returns what the shelf does not hold */
function takeFrom<D extends Demand>(shelf: Shelf | undefined, demand: D, takings: Taking<D>[]): bigint {
  let lacking: bigint = demand.quantity;
  for (const expired of [false, true])
    for (const held of shelf ?? []) {
      if (lacking === 0n) return lacking;
      const { lot, left } = held;
      if (left === 0n || hasExpired(lot, demand.day) !== expired) continue;
      const quantity = left < lacking ? left : lacking;
      const day = lot.day > demand.day ? lot.day : demand.day;
      takings.push({ demand, lot: lot.code, day, quantity: stockQuantity(quantity) });
      held.left -= quantity;
      lacking -= quantity;
    }
  return lacking;
}

const hasExpired = ({ expiresOn }: OpenLot, day: Day): boolean => expiresOn !== null && expiresOn < day;
