import type { CommandId, Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';

/** A harvest as production recorded it. */
export type Harvest = {
  readonly code: string;
  readonly harvestedAt: Instant;
  readonly day: Day;
  readonly structure: string;
  readonly product: string;
  readonly unit: string;
  readonly stockUnit: StockUnit;
  /** The whole harvest, home use included. */
  readonly quantity: StockQuantity;
  /** What the families took home; it never enters the store. */
  readonly homeUse: StockQuantity;
  readonly command: CommandId;
};

/** That another service took a fact back. */
export type Withdrawal = { readonly code: string; readonly reason: string; readonly command: CommandId };
