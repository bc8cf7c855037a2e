import { Type } from 'typebox';
import { eventType } from '../event-type.js';
import {
  amount,
  amountInPlaces,
  code,
  currency,
  day,
  instant,
  quantity,
  reason,
  record,
  stockQuantity,
  stockUnit,
  text,
} from '../shapes.js';

export const payment = Type.Union([Type.Literal('cash'), Type.Literal('qr'), Type.Literal('credit')]);

const saleIn = (money: typeof amount) => ({
  receipt: code,
  soldAt: instant,
  day,
  market: text,
  payment,
  currency,
  total: money,
  lines: Type.Array(
    record({
      line: Type.Integer({ minimum: 1 }),
      product: code,
      quantity,
      unit: code,
      stockUnit,
      stockQuantity,
      unitPrice: money,
      amount: money,
    }),
    { minItems: 1 },
  ),
});
const sale = saleIn(amount);
const saleInPlaces = saleIn(amountInPlaces);

export const saleRecorded = eventType('sales', 'sale-recorded', 1, {
  audience: 'public',
  aggregates: 'sales',
  sentWhen: 'a receipt was written',
  schema: record(sale),
});

export const saleReversed = eventType('sales', 'sale-reversed', 1, {
  audience: 'public',
  aggregates: 'sales',
  sentWhen: 'a receipt was taken back as if it had never been written',
  schema: record({ ...sale, reason }),
});

export const saleRecordedV2 = eventType('sales', 'sale-recorded', 2, {
  audience: 'public',
  aggregates: 'sales',
  sentWhen: 'a receipt was written in a currency of other than two places',
  schema: record(saleInPlaces),
});

export const saleReversedV2 = eventType('sales', 'sale-reversed', 2, {
  audience: 'public',
  aggregates: 'sales',
  sentWhen: 'a receipt in a currency of other than two places was taken back as if it had never been written',
  schema: record({ ...saleInPlaces, reason }),
});
