import type { DataOf, shortageFound, stockIssued, stockIssuedV2 } from '@ayni/contracts';
import type { Day, StockQuantity } from '@ayni/kernel';
import type { Draw, Shortfall, Taking } from '../domain/allocation.js';
import type { Issue } from '../domain/issue.js';

/** The aggregate under which the events of what a receipt took stay in order. */
export const issueAggregate = (receipt: string): string => `issue/${receipt}`;

export const issueData = ({ receipt, day }: Issue, takings: readonly Taking<Draw>[]): DataOf<typeof stockIssued> => ({
  receipt,
  day,
  lines: takings.map(({ demand, lot, quantity }) => ({
    line: demand.line,
    product: demand.product,
    lot,
    stockQuantity: quantity.toString(),
  })),
});

/** What a line of a receipt took from a lot, all in all. */
export type IssuedLine = {
  readonly receipt: string;
  readonly line: number;
  readonly product: string;
  readonly lot: string;
  readonly quantity: StockQuantity;
};

export const issuedAnew = (receipt: string, day: Day, lines: readonly IssuedLine[]): DataOf<typeof stockIssuedV2> => ({
  receipt,
  day,
  lines: lines.map(({ line, product, lot, quantity }) => ({ line, product, lot, stockQuantity: quantity.toString() })),
});

export const shortageData = ({ demand, quantity }: Shortfall<Draw>): DataOf<typeof shortageFound> => ({
  receipt: demand.code,
  day: demand.day,
  line: demand.line,
  product: demand.product,
  stockUnit: demand.stockUnit,
  stockQuantity: quantity.toString(),
});
