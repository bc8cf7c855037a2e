import {
  CodeField,
  DayField,
  InstantField,
  OneOfField,
  StockQuantityField,
  StockUnitField,
  TextField,
  YesNoField,
} from '@ayni/http/fields';
import type { Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import { ORIGINS, type Origin } from '../../domain/lot.js';
import { Listing } from '@ayni/http/listing';

const remainingOn = (day: string): string => `l.quantity - COALESCE((SELECT sum(t.quantity) FROM takings t
   WHERE t.coop_id = l.coop_id AND t.lot = l.code AND t.day <= ${day}), 0)::bigint`;

const TODAY = `(SELECT (now() AT TIME ZONE timezone)::date FROM coops WHERE coop_id = current_setting('app.coop')::uuid)`;

/** What came into the store at once, and what remains of it. */
export class LotRow {
  @CodeField() code!: string;
  @CodeField() product!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @OneOfField(ORIGINS) origin!: Origin;
  @CodeField({ description: 'the code of the harvest or delivery' }) originCode!: string;
  @DayField() day!: Day;
  @InstantField() receivedAt!: Instant;
  @DayField({ nullable: true, description: 'the last day on which it keeps' }) expiresOn!: Day | null;
  @StockQuantityField() quantity!: StockQuantity;
  @StockQuantityField() remaining!: StockQuantity;
  @TextField(500, { nullable: true, description: 'why what it came from was taken back' }) reversal!: string | null;
  @TextField(64, { nullable: true, description: 'who took that back, or the service that told of it' })
  reversedBy!: string | null;
  @InstantField({ nullable: true }) reversedAt!: Instant | null;
  @YesNoField({ description: 'whether it keeps no longer; such a lot is taken last' }) expired!: boolean;
}

/** Lots by day with what remains of each, now or at the end of a day; one taken back has nothing left. */
export const lots = new Listing({
  row: LotRow,
  name: 'lots',
  from: `lots l JOIN products p ON p.coop_id = l.coop_id AND p.code = l.product
    LEFT JOIN reversals r ON r.coop_id = l.coop_id AND r.kind = l.origin AND r.code = l.origin_code`,
  alias: 'l',
  columns: {
    code: 'l.code',
    product: 'l.product',
    stockUnit: 'p.stock_unit',
    origin: 'l.origin',
    originCode: 'l.origin_code',
    day: 'l.day',
    receivedAt: 'l.received_at',
    expiresOn: 'l.expires_on',
    quantity: 'l.quantity',
    remaining: ({ on }) =>
      on === undefined ? 'l.remaining' : `CASE WHEN r.code IS NOT NULL THEN 0 ELSE ${remainingOn(on)} END`,
    reversal: 'r.reason',
    reversedBy: 'r.reversed_by',
    reversedAt: 'r.reversed_at',
    // today in the co-op's own zone where no day is asked for
    expired: ({ on }) => `COALESCE(l.expires_on < ${on ?? TODAY}, false)`,
  },
  order: ['l.day', 'l.code'],
  day: 'l.day',
  // a lot that came after the day is left out
  filters: { product: 'l.product', on: (day) => `l.day <= ${day}` },
});
