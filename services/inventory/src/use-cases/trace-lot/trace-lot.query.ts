import type { Day, Instant, StockUnit } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Use } from '../../domain/allocation.js';
import type { Origin } from '../../domain/lot.js';

/** A quantity of a lot that a receipt, a loss or a gift took. */
type Part = {
  readonly code: string;
  readonly line: number;
  readonly day: Day;
  /** In stock units. */
  readonly quantity: string;
};

/** What has no lines. */
type Whole = Omit<Part, 'line'>;

/** A lot back to where it comes from, and forward to who took it. */
export type Trace = {
  readonly code: string;
  readonly product: string;
  readonly stockUnit: StockUnit;
  readonly origin: Origin;
  readonly originCode: string;
  /** Where it was harvested. */
  readonly structure: string | null;
  /** Who delivered it. */
  readonly member: string | null;
  readonly day: Day;
  readonly receivedAt: Instant;
  readonly expiresOn: Day | null;
  readonly quantity: string;
  /** What the families took home of the same harvest. */
  readonly homeUse: string;
  readonly remaining: string;
  readonly reversal: string | null;
  readonly receipts: readonly ({ readonly receipt: string } & Omit<Part, 'code'>)[];
  readonly losses: readonly Whole[];
  readonly gifts: readonly Whole[];
};

const readLot = statement(
  'trace lot',
  `SELECT l.code, l.product, p.stock_unit AS "stockUnit", l.origin, l.origin_code AS "originCode", h.structure, d.member,
     l.day, l.received_at AS "receivedAt", l.expires_on AS "expiresOn", l.quantity::text AS quantity,
     COALESCE(h.home_use, 0)::text AS "homeUse", l.remaining::text AS remaining, r.reason AS reversal
   FROM lots l
   JOIN products p ON p.coop_id = l.coop_id AND p.code = l.product
   LEFT JOIN harvests h ON l.origin = 'harvest' AND h.coop_id = l.coop_id AND h.code = l.origin_code
   LEFT JOIN deliveries d ON l.origin = 'delivery' AND d.coop_id = l.coop_id AND d.code = l.origin_code
   LEFT JOIN reversals r ON r.coop_id = l.coop_id AND r.kind = l.origin AND r.code = l.origin_code
   WHERE l.coop_id = current_setting('app.coop')::uuid AND l.code = $1`,
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

export async function traceLot(tx: Transaction, code: string): Promise<Trace | undefined> {
  const [lot] = await tx.query<Omit<Trace, 'receipts' | 'losses' | 'gifts'>>(readLot, [code]);
  if (!lot) return undefined;
  const parts = await tx.query<Part & { use: Use }>(readParts, [code]);
  const of = (use: Use): Part[] => parts.filter((part) => part.use === use);
  const whole = ({ code: taker, day, quantity }: Part): Whole => ({ code: taker, day, quantity });
  return {
    ...lot,
    receipts: of('sale').map(({ code: receipt, line, day, quantity }) => ({ receipt, line, day, quantity })),
    losses: of('loss').map(whole),
    gifts: of('gift').map(whole),
  };
}
