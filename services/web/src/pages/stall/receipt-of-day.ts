import type { Answer } from '../../api/route.js';
import type { KeptState } from '../../offline/kept-command.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import type { keptReversals, KeptSale } from './kept-sale.js';
import { totalOf, type Line } from './line.js';
import type { Payment } from './stall.js';

type SaleRow = Answer<'GET /api/sales/v1/sales'>['items'][number];

/** What becomes of a receipt: on this device, in the books, or taken back, which may wait itself. */
export type ReceiptState = Exclude<KeptState, 'given-up'> | 'taking-back' | 'taken-back';

/** One of her receipts of a day, wherever it is so far. */
export type ReceiptOfDay = {
  readonly receipt: string;
  readonly soldAt: string;
  readonly market: string;
  readonly payment: Payment;
  readonly total: string;
  /** Where it was made on this device, as long as that remembers it. */
  readonly lines: readonly Line[] | undefined;
  /** The key under which this device keeps it. */
  readonly key: string | undefined;
  readonly state: ReceiptState;
};

/**
 * Her receipts of a day, the newest first: what the books have of her, and what this device has not sent yet.
 * @param inBooks as far as they could be read
 */
export function receiptsOf(
  inBooks: readonly SaleRow[],
  mine: readonly KeptSale[],
  reversals: ReturnType<typeof keptReversals>,
  isOfDay: (soldAt: string) => boolean,
  places: number,
): readonly ReceiptOfDay[] {
  const kept = new Map(mine.map((one) => [one.sale.receipt, one]));
  const stateOf = (receipt: string, state: ReceiptState): ReceiptState => {
    const reversal = reversals.get(receipt);
    return reversal === 'sent' ? 'taken-back' : reversal === 'waiting' ? 'taking-back' : state;
  };
  const told = inBooks.map(({ receipt, soldAt, market, payment, total, reversal }) => ({
    ...{ receipt, soldAt, market, payment, total },
    lines: kept.get(receipt)?.sale.lines,
    key: kept.get(receipt)?.command.key,
    state: reversal === null ? stateOf(receipt, 'sent') : ('taken-back' as const),
  }));
  const known = new Set(told.map(({ receipt }) => receipt));
  const here = mine
    .filter(({ sale }) => !known.has(sale.receipt) && isOfDay(sale.soldAt))
    .map(({ sale, command }) => ({
      ...{ receipt: sale.receipt, soldAt: sale.soldAt, market: sale.market, payment: sale.payment },
      ...{ total: totalOf(sale.lines, places), lines: sale.lines, key: command.key },
      state: stateOf(sale.receipt, command.state === 'given-up' ? 'refused' : command.state),
    }));
  return [...told, ...here].sort((one, other) => other.soldAt.localeCompare(one.soldAt));
}

/** Whether a receipt counts: what was taken back does not, nor what the books refused. What the treasurer has was sold. */
export const counts = ({ state }: ReceiptOfDay): boolean =>
  state === 'sent' || state === 'waiting' || state === 'handed-over';

/** What receipts come to that count. */
export const soldIn = (receipts: readonly ReceiptOfDay[], places: number): bigint =>
  receipts.filter(counts).reduce((sum, { total }) => sum + (unitsOf(total, places) ?? 0n), 0n);

/** What was sold of one product by one unit. */
export type SoldProduct = {
  readonly product: string;
  readonly unit: string;
  readonly quantity: string;
  readonly amount: string;
};

/** What was sold by product and unit, as far as this device remembers the receipts' lines. */
export function soldByProduct(receipts: readonly ReceiptOfDay[], places: number): readonly SoldProduct[] {
  const lines = receipts.filter(counts).flatMap(({ lines: of }) => of ?? []);
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const name = `${line.product} ${line.unit}`;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups.values()].map((group) => ({
    product: group[0]?.product ?? '',
    unit: group[0]?.unit ?? '',
    quantity: summed(group.map(({ quantity }) => quantity)),
    amount: totalOf(group, places),
  }));
}

const QUANTITY_PLACES = 3;

function summed(quantities: readonly string[]): string {
  const sum = quantities.reduce((total, quantity) => total + (unitsOf(quantity, QUANTITY_PLACES) ?? 0n), 0n);
  return decimalOf(sum, QUANTITY_PLACES).replace(/\.?0+$/, '');
}
