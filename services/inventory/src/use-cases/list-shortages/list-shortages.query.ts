import { CodeField, DayField, OneOfField, StockQuantityField, StockUnitField, WholeField } from '@ayni/http/fields';
import type { Day, StockQuantity, StockUnit } from '@ayni/kernel';
import { USES, type Use } from '../../domain/allocation.js';
import { Listing } from '@ayni/http/listing';

export const SHORTAGE_STATES = ['open', 'settled', 'cancelled'] as const;

/** What was taken that no lot held. */
export class ShortageRow {
  @OneOfField(USES) kind!: Use;
  @CodeField() code!: string;
  @WholeField(1, 500) line!: number;
  @WholeField(1, 1_000_000, { description: 'how often the same line became short, from 1' }) turn!: number;
  @DayField() day!: Day;
  @CodeField() product!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField() quantity!: StockQuantity;
  @StockQuantityField({ description: 'what no lot has settled yet' }) open!: StockQuantity;
  @OneOfField(SHORTAGE_STATES) state!: (typeof SHORTAGE_STATES)[number];
}

/** What was taken that no lot held: still open, settled by a later lot, or cancelled with what took it. */
export const shortages = new Listing({
  row: ShortageRow,
  name: 'shortages',
  from: `shortages s JOIN products p ON p.coop_id = s.coop_id AND p.code = s.product
    LEFT JOIN reversals r ON r.coop_id = s.coop_id AND r.kind = s.use AND r.code = s.code`,
  alias: 's',
  columns: {
    kind: 's.use',
    code: 's.code',
    line: 's.line',
    turn: 's.turn',
    day: 's.day',
    product: 's.product',
    stockUnit: 'p.stock_unit',
    quantity: 's.quantity',
    open: 's.open',
    state: `CASE WHEN r.code IS NOT NULL THEN 'cancelled' WHEN s.open > 0 THEN 'open' ELSE 'settled' END`,
  },
  order: ['s.day', 's.use', 's.code', 's.line', 's.turn'],
  day: 's.day',
  filters: {
    product: 's.product',
    state: `CASE WHEN r.code IS NOT NULL THEN 'cancelled' WHEN s.open > 0 THEN 'open' ELSE 'settled' END`,
  },
});
