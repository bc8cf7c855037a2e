import { deliveryReceived, deliveryReceivedV2, deliveryReversed, deliveryReversedV2 } from '@ayni/contracts';
import type { Centavos, Currency, Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import {
  AmountField,
  CodeField,
  CurrencyField,
  DayField,
  InstantField,
  QuantityField,
  StockQuantityField,
  StockUnitField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** A member's own produce, taken in at a first price. */
export class Delivery {
  @CodeField() code!: string;
  @InstantField() deliveredAt!: Instant;
  @DayField() day!: Day;
  @CodeField({ of: 'member', description: 'the number of the member whose produce it is' }) member!: string;
  @CodeField({ of: 'product' }) product!: string;
  @QuantityField() quantity!: string;
  @CodeField() unit!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField() stockQuantity!: StockQuantity;
  @AmountField({ description: 'the first price of one unit' }) unitPrice!: Centavos;
  /** quantity × unit price, rounded half up. */
  @AmountField() amount!: Centavos;
  @CurrencyField() currency!: Currency;
}

/** A delivery as it is written at the store. */
export class SentDelivery extends sentClass(Delivery, ['day', 'stockUnit', 'stockQuantity', 'amount', 'currency']) {}

export const deliveries = declareFact({
  kind: 'delivery',
  table: 'deliveries',
  row: Delivery,
  sent: SentDelivery,
  dated: 'deliveredAt',
  sums: { quantity: 'stock_quantity', centavos: 'amount' },
  filters: ['member', 'product'],
  events: {
    recorded: deliveryReceived,
    reversed: deliveryReversed,
    inOtherPlaces: { recorded: deliveryReceivedV2, reversed: deliveryReversedV2 },
    tells: (delivery) => delivery,
  },
});
