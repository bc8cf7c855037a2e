import { stockQuantity, type Day } from '@ayni/kernel';
import {
  allocate,
  causeKey,
  type Allocation,
  type Demand,
  type Draw,
  type Shortfall,
  type Taking,
} from './allocation.js';
import type { OpenLot } from './shelf.js';

/** What is allocated anew. */
export type Undone = {
  /** The lots of the products as if what is undone had never been taken. */
  readonly lots: readonly OpenLot[];
  /** What was taken so far and may come from other lots now. */
  readonly takings: readonly Taking<Draw>[];
  /** What no lot held so far. */
  readonly short: readonly Shortfall<Draw>[];
  /** What is to be taken besides. */
  readonly draws: readonly Draw[];
};

/** That more was taken from a lot than before, or less: below zero. */
export type TakingChange<D extends Demand> = {
  readonly demand: D;
  readonly lot: string;
  readonly day: Day;
  readonly quantity: bigint;
};

export type Reallocation = {
  readonly allocation: Allocation<Draw>;
  readonly changes: readonly TakingChange<Draw>[];
  /** What is short now and was not. */
  readonly found: readonly Shortfall<Draw>[];
  /** What was short and no longer is. */
  readonly settled: readonly Shortfall<Draw>[];
};

/** Meets by their days what was taken before and what is to be taken besides, and says what that changes. */
export function reallocate({ lots, takings, short, draws }: Undone): Reallocation {
  const demands = merged([
    ...draws,
    ...[...takings, ...short].map(({ demand, quantity }) => ({ ...demand, quantity })),
  ]);
  const allocation = allocate(demands, lots);
  return { allocation, changes: changesOf(takings, allocation.takings), ...lackOf(short, allocation.short) };
}

/** One demand for each cause, of all that it asks for. */
function merged(draws: readonly Draw[]): Draw[] {
  const byCause = new Map<string, Draw>();
  for (const draw of draws) {
    const known = byCause.get(causeKey(draw));
    const quantity = stockQuantity((known?.quantity ?? 0n) + draw.quantity);
    byCause.set(causeKey(draw), { ...(known ?? draw), quantity });
  }
  return [...byCause.values()];
}

function changesOf(before: readonly Taking<Draw>[], after: readonly Taking<Draw>[]): TakingChange<Draw>[] {
  const changes = new Map<string, TakingChange<Draw>>();
  const add = ({ demand, lot, day }: Taking<Draw>, quantity: bigint): void => {
    const key = `${causeKey(demand)}\n${lot}\n${day}`;
    changes.set(key, { demand, lot, day, quantity: (changes.get(key)?.quantity ?? 0n) + quantity });
  };
  for (const taking of before) add(taking, -taking.quantity);
  for (const taking of after) add(taking, taking.quantity);
  return [...changes.values()].filter(({ quantity }) => quantity !== 0n);
}

function lackOf(
  before: readonly Shortfall<Draw>[],
  after: readonly Shortfall<Draw>[],
): Pick<Reallocation, 'found' | 'settled'> {
  const lack = new Map<string, { readonly demand: Draw; quantity: bigint }>();
  const add = ({ demand }: Shortfall<Draw>, quantity: bigint): void => {
    const known = lack.get(causeKey(demand));
    if (known) known.quantity += quantity;
    else lack.set(causeKey(demand), { demand, quantity });
  };
  for (const one of after) add(one, one.quantity);
  for (const one of before) add(one, -one.quantity);
  const of = (sign: bigint): Shortfall<Draw>[] =>
    [...lack.values()].flatMap(({ demand, quantity }) =>
      quantity * sign > 0n ? [{ demand, quantity: stockQuantity(quantity * sign) }] : [],
    );
  return { found: of(1n), settled: of(-1n) };
}
