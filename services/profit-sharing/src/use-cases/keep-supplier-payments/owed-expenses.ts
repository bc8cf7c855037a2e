import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';

const readPaid = statement(
  'paid of expenses',
  `SELECT expense, sum(amount)::bigint AS paid FROM supplier_payments p
   WHERE p.coop_id = current_setting('app.coop')::uuid AND p.expense = ANY($1::text[])
     AND ${standing('supplier-payment', 'p')} GROUP BY expense`,
);

/** What was paid since of each expense, in smallest units; the expenses are held until the transaction ends. */
export async function holdOwedExpenses(tx: Transaction, codes: readonly string[]): Promise<Map<string, bigint>> {
  await lockEach(tx, 'expense', codes);
  const rows = await tx.query<{ readonly expense: string; readonly paid: bigint }>(readPaid, [codes]);
  return new Map(rows.map(({ expense, paid }) => [expense, paid]));
}
