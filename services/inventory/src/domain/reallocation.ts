import { stockQuantity, type Day, type StockQuantity } from '@ayni/kernel';
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

/** What a whole day took of a product from a lot, on the first day on which both were there. */
export type DayTaking = {
  /** The day on which it was asked for. */
  readonly askedOn: Day;
  readonly lot: string;
  readonly day: Day;
  readonly quantity: StockQuantity;
};

/** The same as {@link Undone}, of one product and by days. */
export type UndoneDays = Omit<Undone, 'takings'> & { readonly product: string; readonly taken: readonly DayTaking[] };

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

/**
 * The days on which something else is taken than before, or something besides; each with what it takes of the lots now.
 * All of one day take in the same order, so that a season is allocated day by day, and line by line only where a day changes.
 */
export function changedDays({ product, lots, taken, short, draws }: UndoneDays): ReadonlyMap<Day, readonly OpenLot[]> {
  const asked = new Map<Day, bigint>();
  const ask = (day: Day, quantity: bigint): unknown => asked.set(day, (asked.get(day) ?? 0n) + quantity);
  for (const { askedOn, quantity } of taken) ask(askedOn, quantity);
  for (const { demand, quantity } of short) ask(demand.day, quantity);
  for (const { day, quantity } of draws) ask(day, quantity);
  const { takings } = allocate(
    [...asked].map(([day, quantity]): Demand => ({
      ...{ use: 'sale', code: '', line: 1, product, day, quantity: stockQuantity(quantity) },
    })),
    lots,
  );

  const differences = new Map<string, bigint>();
  const add = (askedOn: Day, lot: string, day: Day, quantity: bigint): void => {
    const key = `${askedOn}\n${day}\n${lot}`;
    differences.set(key, (differences.get(key) ?? 0n) + quantity);
  };
  for (const { askedOn, lot, day, quantity } of taken) add(askedOn, lot, day, -quantity);
  for (const { demand, lot, day, quantity } of takings) add(demand.day, lot, day, quantity);
  const changed = new Set<string>(draws.map(({ day }) => day));
  for (const [key, quantity] of differences) if (quantity !== 0n) changed.add(key.slice(0, key.indexOf('\n')));

  const byCode = new Map(lots.map((lot) => [lot.code, lot]));
  const days = new Map([...asked.keys()].flatMap((day): [Day, OpenLot[]][] => (changed.has(day) ? [[day, []]] : [])));
  for (const { demand, lot, quantity } of takings) {
    const known = byCode.get(lot);
    if (known) days.get(demand.day)?.push({ ...known, remaining: quantity });
  }
  return days;
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
