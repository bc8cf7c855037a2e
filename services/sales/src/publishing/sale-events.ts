import type { saleRecorded, DataOf } from '@ayni/contracts';
import { formatAmount } from '@ayni/kernel';
import type { Sale } from '../domain/sale.js';

/** The aggregate under which a receipt's events stay in order. */
export const saleAggregate = ({ receipt }: Sale): string => `sale/${receipt}`;

/** A receipt in the words of the contract. */
export const saleData = (sale: Sale): DataOf<typeof saleRecorded> => ({
  receipt: sale.receipt,
  soldAt: sale.soldAt,
  day: sale.day,
  market: sale.market,
  payment: sale.payment,
  currency: sale.currency,
  total: formatAmount(sale.total),
  lines: sale.lines.map((line) => ({
    line: line.line,
    product: line.product,
    quantity: line.quantity,
    unit: line.unit,
    stockUnit: line.stockUnit,
    stockQuantity: line.stockQuantity.toString(),
    unitPrice: formatAmount(line.unitPrice),
    amount: formatAmount(line.amount),
  })),
});
