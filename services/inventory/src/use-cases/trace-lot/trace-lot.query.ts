import { found, type Day, type Instant, type StockUnit } from '@ayni/kernel';
import {
  CodeField,
  CountField,
  DayField,
  InstantField,
  OneOfField,
  ShownListField,
  ShownTextField,
  StockQuantityField,
  StockUnitField,
} from '@ayni/http/fields';
import { ofCode } from '@ayni/database/name-keys';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Use } from '../../domain/allocation.js';
import { ORIGINS, type Origin } from '../../domain/lot.js';

/** A quantity of a lot that was taken as a whole, not by the line. */
export class Taking {
  @CodeField({ description: 'of what took it' }) code!: string;
  @DayField() day!: Day;
  @StockQuantityField() quantity!: string;
}

/** A quantity of a lot that a line of a receipt took. */
export class LineTaking {
  @CodeField({ description: 'the number on the receipt' }) receipt!: string;
  @CountField({ description: 'its place on the receipt, from 1' }) line!: number;
  @DayField() day!: Day;
  @StockQuantityField() quantity!: string;
}

/** A lot back to where it comes from, and forward to who took it. */
export class Trace {
  @CodeField() code!: string;
  @CodeField() product!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @OneOfField(ORIGINS) origin!: Origin;
  @CodeField({ description: 'the code of the harvest or delivery' }) originCode!: string;
  @CodeField({ nullable: true, description: 'where it was harvested' }) structure!: string | null;
  @CodeField({ nullable: true, description: 'who delivered it' }) member!: string | null;
  @DayField() day!: Day;
  @InstantField() receivedAt!: Instant;
  @DayField({ nullable: true, description: 'the last day on which it keeps' }) expiresOn!: Day | null;
  @StockQuantityField() quantity!: string;
  @StockQuantityField({ description: 'what the families took home of the same harvest' }) homeUse!: string;
  @StockQuantityField() remaining!: string;
  @ShownTextField({ nullable: true, description: 'why what it came from was taken back' }) reversal!: string | null;
  @ShownTextField({ nullable: true, description: 'who took that back, or the service that told of it' })
  reversedBy!: string | null;
  @InstantField({ nullable: true }) reversedAt!: Instant | null;
  @ShownListField(() => LineTaking) receipts!: readonly LineTaking[];
  @ShownListField(() => Taking) losses!: readonly Taking[];
  @ShownListField(() => Taking) gifts!: readonly Taking[];
}

const readLot = statement(
  'trace lot',
  `SELECT l.code, l.product, p.stock_unit AS "stockUnit", l.origin, l.origin_code AS "originCode", h.structure, d.member,
     l.day, l.received_at AS "receivedAt", l.expires_on AS "expiresOn", l.quantity::text AS quantity,
     COALESCE(h.home_use, 0)::text AS "homeUse", l.remaining::text AS remaining, r.reason AS reversal,
     r.reversed_by AS "reversedBy", r.reversed_at AS "reversedAt"
   FROM lots l
   JOIN products p ON p.coop_id = l.coop_id AND p.code = l.product
   LEFT JOIN harvests h ON l.origin = 'harvest' AND h.coop_id = l.coop_id AND h.code = l.origin_code
   LEFT JOIN deliveries d ON l.origin = 'delivery' AND d.coop_id = l.coop_id AND d.code = l.origin_code
   LEFT JOIN reversals r ON r.coop_id = l.coop_id AND r.kind = l.origin AND r.code = l.origin_code
   WHERE l.coop_id = current_setting('app.coop')::uuid AND ${ofCode('l')('$1')}
   -- of two in old books that differ in case alone, the one that is written so
   ORDER BY l.code <> $1 LIMIT 1`,
);

const readParts = statement(
  'trace lot forward',
  `SELECT t.use, t.code, t.line, m.day, sum(t.quantity)::text AS quantity
   FROM takings t
   JOIN movements m ON m.coop_id = t.coop_id AND m.kind = t.use AND m.code = t.code AND m.line = t.line AND NOT m.reversal
   WHERE t.coop_id = current_setting('app.coop')::uuid AND t.lot = $1
   GROUP BY t.use, t.code, t.line, m.day HAVING sum(t.quantity) <> 0
   ORDER BY m.day, t.code, t.line`,
);

type TakenPart = Taking & { readonly line: number; readonly use: Use };

/** Where a lot comes from, and who took what of it. @throws Refusal `not-found` */
export async function traceLot(tx: Transaction, code: string): Promise<Trace> {
  const [row] = await tx.query<Omit<Trace, 'receipts' | 'losses' | 'gifts'>>(readLot, [code]);
  const lot = found(row, 'lot', code);
  const parts = await tx.query<TakenPart>(readParts, [lot.code]);
  const of = (use: Use): TakenPart[] => parts.filter((part) => part.use === use);
  const whole = ({ code: taker, day, quantity }: TakenPart): Taking => ({ code: taker, day, quantity });
  return {
    ...lot,
    receipts: of('sale').map(({ code: receipt, line, day, quantity }) => ({ receipt, line, day, quantity })),
    losses: of('loss').map(whole),
    gifts: of('gift').map(whole),
  };
}
