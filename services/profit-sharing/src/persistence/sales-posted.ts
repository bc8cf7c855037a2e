import type { Sums } from '@ayni/contracts';
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
