import type { DataOf, shortageFound, stockIssued } from '@ayni/contracts';
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

export const shortageData = ({ demand, quantity }: Shortfall<Draw>): DataOf<typeof shortageFound> => ({
  receipt: demand.code,
  day: demand.day,
  line: demand.line,
  product: demand.product,
  stockUnit: demand.stockUnit,
  stockQuantity: quantity.toString(),
});
