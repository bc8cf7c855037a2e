import { addDays, type CommandId, type Day, type Instant, type StockQuantity, type StockUnit } from '@ayni/kernel';
import type { StockedProduct } from './product.js';

export const ORIGINS = ['harvest', 'delivery'] as const;
/** How produce comes into the store. */
export type Origin = (typeof ORIGINS)[number];

/** What came into the store with one harvest or one delivery. */
export type NewLot = {
  readonly origin: Origin;
  /** The code of that harvest or delivery. */
  readonly originCode: string;
  readonly product: string;
  /** What it was measured with. */
  readonly unit: string;
  readonly stockUnit: StockUnit;
  readonly day: Day;
  readonly receivedAt: Instant;
  readonly expiresOn: Day | null;
  readonly quantity: StockQuantity;
  /** The command whose event brought it, where it was not this transaction's own. */
  readonly command?: CommandId | undefined;
};

/** The last day on which a lot of `day` keeps. */
export const expiryOf = ({ shelfLifeDays }: StockedProduct, day: Day): Day | null =>
  shelfLifeDays === null ? null : addDays(day, shelfLifeDays);

const CODE_MAX = 64;

/**
 * The code that a lot gets: its harvest's or delivery's own; where a lot of the other origin has that
 * one already, the same with a number behind it.
 * @param turn how often a code was tried, from 1
 */
export function lotCode(originCode: string, turn: number): string {
  if (turn === 1) return originCode;
  const ending = `.${turn}`;
  return originCode.slice(0, CODE_MAX - ending.length) + ending;
}
