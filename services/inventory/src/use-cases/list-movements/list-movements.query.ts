import { Listing } from '@ayni/http/listing';

const lots = `(SELECT json_agg(json_build_object('lot', lot, 'quantity', quantity::text) ORDER BY lot) FROM (
    SELECT t.lot, sum(t.quantity) AS quantity FROM takings t
    WHERE t.coop_id = m.coop_id AND t.use = m.kind AND t.code = m.code AND t.line = m.line
    GROUP BY t.lot HAVING sum(t.quantity) <> 0
    UNION ALL
    SELECT l.code, l.quantity FROM lots l
    WHERE l.coop_id = m.coop_id AND l.origin = m.kind AND l.origin_code = m.code) AS parts)`;

/** The stock card: what each fact added to the store or took from it, and the lots that this concerns now. */
export const movements = new Listing({
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
  filters: { product: 'm.product', kind: 'm.kind' },
});
