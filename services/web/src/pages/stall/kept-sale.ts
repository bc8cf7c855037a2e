import { isOf, type KeptCommand } from '../../offline/kept-command.js';
import type { SentSale } from './line.js';

const SALE = 'POST /api/sales/v1/sales';
const REVERSAL = 'POST /api/sales/v1/sales/{receipt}/reversal';

/** A receipt that this device kept. */
export type KeptSale = {
  readonly command: KeptCommand<typeof SALE>;
  readonly sale: SentSale;
};

/** The receipts that were kept here, and still count as such. */
export const keptSales = (kept: readonly KeptCommand[]): readonly KeptSale[] =>
  kept.flatMap((command) =>
    isOf(SALE, command) && command.state !== 'given-up'
      ? command.sent.body.rows.map((sale) => ({ command, sale }))
      : [],
  );

/** The receipts whose being taken back was kept here, and what became of it. */
export const keptReversals = (kept: readonly KeptCommand[]): ReadonlyMap<string, KeptCommand['state']> =>
  new Map(
    kept.flatMap((command): [string, KeptCommand['state']][] =>
      isOf(REVERSAL, command) && command.state !== 'given-up' ? [[command.sent.path.receipt, command.state]] : [],
    ),
  );
