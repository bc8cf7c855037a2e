import {
  CodeField,
  DayField,
  ListField,
  OneOfField,
  StockQuantityField,
  StockUnitField,
  WholeField,
  YesNoField,
} from '@ayni/http/fields';
import type { Day, StockQuantity, StockUnit } from '@ayni/kernel';
import { USES, type Use } from '../../domain/allocation.js';
import { ORIGINS, type Origin } from '../../domain/lot.js';
import { ofCode } from '@ayni/database/name-keys';
import { Listing } from '@ayni/http/listing';

const lots = `(SELECT json_agg(json_build_object('lot', lot, 'quantity', quantity::text) ORDER BY lot) FROM (
    SELECT t.lot, sum(t.quantity) AS quantity FROM takings t
    WHERE t.coop_id = m.coop_id AND t.use = m.kind AND t.code = m.code AND t.line = m.line
    GROUP BY t.lot HAVING sum(t.quantity) <> 0
    UNION ALL
    SELECT l.code, l.quantity FROM lots l
    WHERE l.coop_id = m.coop_id AND l.origin = m.kind AND l.origin_code = m.code) AS parts)`;

/** What a movement put into a lot, or took from it. */
export class MovedLot {
  @CodeField() lot!: string;
  @StockQuantityField() quantity!: StockQuantity;
}

/** What a fact added to the store or took from it. */
export class MovementRow {
  @DayField() day!: Day;
  @OneOfField([...ORIGINS, ...USES]) kind!: Origin | Use;
  @CodeField() code!: string;
  @WholeField(1, 500) line!: number;
  @YesNoField({ description: 'whether it takes an earlier one back' }) reversal!: boolean;
  @CodeField() product!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField({ description: 'below zero where it left the store' }) quantity!: StockQuantity;
  @ListField(() => MovedLot, { nullable: true }) lots!: MovedLot[] | null;
}

/** The stock card: what each fact added to the store or took from it, and the lots that this concerns now. */
export const movements = new Listing({
  row: MovementRow,
  name: 'movements',
  from: 'movements m JOIN products p ON p.coop_id = m.coop_id AND p.code = m.product',
  alias: 'm',
  columns: {
    day: 'm.day',
    kind: 'm.kind',
    code: 'm.code',
    line: 'm.line',
    reversal: 'm.reversal',
    product: 'm.product',
    stockUnit: 'p.stock_unit',
    quantity: 'm.quantity',
    lots,
  },
  order: ['m.day', 'm.kind', 'm.code', 'm.line', 'm.reversal'],
  day: 'm.day',
  filters: { product: 'm.product', kind: 'm.kind', code: ofCode('m') },
});
