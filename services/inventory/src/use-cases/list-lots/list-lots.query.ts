import { Listing } from '@ayni/http/listing';

// the parameter of the second filter: a list's own come after limit, from and to
const ON = '$5';

const remainingOn = `l.quantity - COALESCE((SELECT sum(t.quantity) FROM takings t
   WHERE t.coop_id = l.coop_id AND t.lot = l.code AND t.day <= ${ON}::text::date), 0)::bigint`;

/** Lots by day with what remains of each, now or at the end of a day; one taken back has nothing left. */
export const lots = new Listing({
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
    remaining: `CASE WHEN ${ON}::text IS NULL THEN l.remaining WHEN r.code IS NOT NULL THEN 0 ELSE ${remainingOn} END`,
    reversal: 'r.reason',
  },
  order: ['l.day', 'l.code'],
  day: 'l.day',
  // a lot that came after the day is left out
  filters: { product: 'l.product', on: `CASE WHEN l.day <= ${ON}::text::date THEN ${ON}::text END` },
});
