/** What came and went of a grant, in smallest units. */
export type GrantSums = {
  /** The sum that the funder agreed to; nothing once the grant was taken back. */
  readonly agreed: bigint;
  /** What arrived of it. */
  readonly received: bigint;
  /** What was given back to the funder. */
  readonly refunded: bigint;
  /** The expenses that are charged to it. */
  readonly spent: bigint;
  /** What of these the funder will not pay any more; the co-op bears it. */
  readonly writtenOff: bigint;
  /** What came back of assets that it paid and that were sold: it is to be spent on the same purpose, or given back. */
  readonly recovered: bigint;
};

/** How a grant stands: of held and owed at least one is nothing. */
export type GrantPosition = {
  /** Money of the grant that is there, not spent; below zero where an older release let more be spent. */
  readonly held: bigint;
  /** What the funder owes for expenses before its money came. */
  readonly owed: bigint;
};

/** What may still be charged to it; below zero where an older release let more be spent. */
export const leftOf = ({ agreed, recovered, refunded, spent }: GrantSums): bigint =>
  agreed + recovered - refunded - spent;

/** What the funder is still to pay. */
export const toComeOf = ({ agreed, received, writtenOff }: GrantSums): bigint => agreed - received - writtenOff;

/**
 * Expenses meet the money that came; what goes beyond is pre-financed, up to what is still to come. Whatever the order
 * in which documents are entered, the same sums give the same position.
 */
export function positionOf(sums: GrantSums): GrantPosition {
  const net = sums.received + sums.recovered - sums.refunded - (sums.spent - sums.writtenOff);
  const owed = atLeastNothing(min(-net, toComeOf(sums)));
  return { held: net + owed, owed };
}

export const atLeastNothing = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
