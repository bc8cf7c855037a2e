import { giftRecorded, giftReversed } from '@ayni/contracts';
import type { Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import {
  CodeField,
  DayField,
  InstantField,
  QuantityField,
  StockQuantityField,
  StockUnitField,
  TextField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Produce that the co-op gave away, such as to a school. */
export class Gift {
  @CodeField() code!: string;
  @InstantField() givenAt!: Instant;
  @DayField() day!: Day;
  @CodeField({ of: 'product' }) product!: string;
  @QuantityField() quantity!: string;
  @CodeField() unit!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField() stockQuantity!: StockQuantity;
  @TextField(200, { description: 'who received it' }) recipient!: string;
}

/** A gift as it is written at the store. */
export class SentGift extends sentClass(Gift, ['day', 'stockUnit', 'stockQuantity']) {}

export const gifts = declareFact({
  kind: 'gift',
  table: 'gifts',
  row: Gift,
  sent: SentGift,
  dated: 'givenAt',
  sums: { quantity: 'stock_quantity' },
  filters: ['product'],
  events: { recorded: giftRecorded, reversed: giftReversed, tells: (gift) => gift },
});
