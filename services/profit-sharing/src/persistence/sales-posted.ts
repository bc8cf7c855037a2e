import { UNFINISHED_MAX, type Sums } from '@ayni/contracts';
import type { ListDaysOfFacts } from '@ayni/facts/days-of-facts';
import type { Total } from '@ayni/facts/totals';
import { statement } from '@ayni/database/statement';

const posted = statement(
  'sales posted',
  `SELECT COALESCE(sum(sign), 0)::bigint AS receipts, COALESCE(sum(sign * items), 0)::bigint AS lines,
     COALESCE(sum(sign * amount), 0)::bigint AS centavos
   FROM (SELECT items, amount, CASE posting WHEN 'record' THEN 1 ELSE -1 END AS sign FROM ledger_entries
         WHERE coop_id = current_setting('app.coop')::uuid AND source = 'sale' AND day >= $1 AND day < $2) s`,
);

/** The control totals of the receipts that were posted: the ledger keeps them, each an entry. */
export const salesPosted: Total<'sale'> = (tx, { from, until }) => tx.one<Sums<'sale'>>(posted, [from, until]);

const days = statement(
  'days of sales posted',
  `SELECT day, sum(CASE posting WHEN 'record' THEN 1 ELSE -1 END)::int AS records FROM ledger_entries
   WHERE coop_id = current_setting('app.coop')::uuid AND source = 'sale' AND day >= $1 AND day < $2
   GROUP BY day HAVING sum(CASE posting WHEN 'record' THEN 1 ELSE -1 END) > 0 ORDER BY day LIMIT ${UNFINISHED_MAX}`,
);

/** The days on which receipts stand that were posted. */
export const daysOfSales: ListDaysOfFacts = async (tx, { from, until }) => {
  const found = await tx.query<{ day: string; records: number }>(days, [from, until]);
  return found.map((day) => ({ kind: 'sale', ...day }));
};
