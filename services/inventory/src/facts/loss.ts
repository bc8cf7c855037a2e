import { lossRecorded, lossReversed } from '@ayni/contracts';
import type { Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import {
  CodeField,
  DayField,
  InstantField,
  QuantityField,
  StockQuantityField,
  StockUnitField,
  TextField,
  YesNoField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

const COUNTED = 'whether somebody counted; then it may be more than the books hold';

/** Produce that the store lost. */
export class Loss {
  @CodeField() code!: string;
  @InstantField() lostAt!: Instant;
  @DayField() day!: Day;
  @CodeField({ of: 'product' }) product!: string;
  @QuantityField() quantity!: string;
  @CodeField() unit!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField() stockQuantity!: StockQuantity;
  @TextField(500, { description: 'why it was lost' }) reason!: string;
  @YesNoField({ description: COUNTED }) counted!: boolean;
}

/** A loss as it is written at the store. */
export class SentLoss extends sentClass(Loss, ['day', 'stockUnit', 'stockQuantity', 'counted']) {
  @YesNoField({ optional: true, description: COUNTED }) counted?: boolean | null;
}

export const losses = declareFact({
  kind: 'loss',
  table: 'losses',
  row: Loss,
  sent: SentLoss,
  dated: 'lostAt',
  sums: { quantity: 'stock_quantity' },
  filters: ['product'],
  events: { recorded: lossRecorded, reversed: lossReversed, tells: (loss) => loss },
});
