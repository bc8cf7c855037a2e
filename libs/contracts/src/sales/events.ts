import { Type } from 'typebox';
import { eventType } from '../event-type.js';
import {
  amount,
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

const sale = {
  receipt: code,
  soldAt: instant,
  day,
  market: text,
  payment,
  currency,
  total: amount,
  lines: Type.Array(
    record({
      line: Type.Integer({ minimum: 1 }),
      product: code,
      quantity,
      unit: code,
      stockUnit,
      stockQuantity,
      unitPrice: amount,
      amount,
    }),
    { minItems: 1 },
  ),
};

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
