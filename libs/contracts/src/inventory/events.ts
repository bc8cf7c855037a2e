import { Type } from 'typebox';
import { eventType } from '../event-type.js';
import {
  amount,
  amountInPlaces,
  code,
  currency,
  day,
  factor,
  instant,
  quantity,
  reason,
  record,
  stockQuantity,
  stockUnit,
  text,
} from '../shapes.js';

export const productRegistered = eventType('inventory', 'product-registered', 1, {
  audience: 'public',
  aggregates: 'products',
  sentWhen: 'a product was entered',
  schema: record({ code, name: text, stockUnit }),
});

export const unitDefined = eventType('inventory', 'unit-defined', 1, {
  audience: 'public',
  aggregates: 'products',
  sentWhen: 'a unit of a product got a factor that is in force from a day on',
  schema: record({ product: code, unit: code, factor, validFrom: day }),
});

export const lotReceived = eventType('inventory', 'lot-received', 1, {
  audience: 'public',
  aggregates: 'lots',
  sentWhen: 'a harvest or a delivery became a lot of the store',
  schema: record({
    code,
    product: code,
    day,
    origin: Type.Union([Type.Literal('harvest'), Type.Literal('delivery')]),
    stockUnit,
    stockQuantity,
  }),
});

const delivery = {
  code,
  deliveredAt: instant,
  day,
  member: code,
  product: code,
  quantity,
  unit: code,
  stockUnit,
  stockQuantity,
  unitPrice: amount,
  amount,
  currency,
};

export const deliveryReceived = eventType('inventory', 'delivery-received', 1, {
  audience: 'internal',
  aggregates: 'deliveries',
  sentWhen: "a member's own produce was taken in at a first price",
  schema: record(delivery),
});

export const deliveryReversed = eventType('inventory', 'delivery-reversed', 1, {
  audience: 'internal',
  aggregates: 'deliveries',
  sentWhen: 'a delivery was taken back as if it had never been entered',
  schema: record({ ...delivery, reason }),
});

const deliveryInPlaces = { ...delivery, unitPrice: amountInPlaces, amount: amountInPlaces };

export const deliveryReceivedV2 = eventType('inventory', 'delivery-received', 2, {
  audience: 'internal',
  aggregates: 'deliveries',
  sentWhen: "a member's own produce was taken in at a first price in a currency of other than two places",
  schema: record(deliveryInPlaces),
});

export const deliveryReversedV2 = eventType('inventory', 'delivery-reversed', 2, {
  audience: 'internal',
  aggregates: 'deliveries',
  sentWhen: 'a delivery in a currency of other than two places was taken back as if it had never been entered',
  schema: record({ ...deliveryInPlaces, reason }),
});

const loss = { code, day, product: code, stockUnit, stockQuantity, reason };

export const lossRecorded = eventType('inventory', 'loss-recorded', 1, {
  audience: 'public',
  aggregates: 'losses',
  sentWhen: 'produce of the store was lost',
  schema: record(loss),
});

export const lossReversed = eventType('inventory', 'loss-reversed', 1, {
  audience: 'public',
  aggregates: 'losses',
  sentWhen: 'a loss was taken back as if it had never been entered',
  schema: record(loss),
});

/** Who received it may be a person, and stays in the books. */
const gift = { code, day, product: code, stockUnit, stockQuantity };

export const giftRecorded = eventType('inventory', 'gift-recorded', 1, {
  audience: 'public',
  aggregates: 'gifts',
  sentWhen: 'produce of the store was given away',
  schema: record(gift),
});

export const giftReversed = eventType('inventory', 'gift-reversed', 1, {
  audience: 'public',
  aggregates: 'gifts',
  sentWhen: 'a gift was taken back as if it had never been entered',
  schema: record({ ...gift, reason }),
});

const issuedLine = record({ line: Type.Integer({ minimum: 1 }), product: code, lot: code, stockQuantity });

export const stockIssued = eventType('inventory', 'stock-issued', 1, {
  audience: 'public',
  aggregates: 'issues',
  sentWhen: 'the lines of a sale were taken from lots of the store',
  schema: record({ receipt: code, day, lines: Type.Array(issuedLine) }),
});

/** Beside version 1, which is sent once for a receipt: this one says what its lots are from here on. */
export const stockIssuedV2 = eventType('inventory', 'stock-issued', 2, {
  audience: 'public',
  aggregates: 'issues',
  sentWhen: 'the lines of a sale come from other lots than was told before',
  schema: record({ receipt: code, day, lines: Type.Array(issuedLine) }),
});

export const shortageFound = eventType('inventory', 'shortage-found', 1, {
  audience: 'public',
  aggregates: 'issues',
  sentWhen: 'a sale took more than the store held; a later lot settles it',
  schema: record({ receipt: code, day, line: Type.Integer({ minimum: 1 }), product: code, stockUnit, stockQuantity }),
});
