import type { FactKind } from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { BookTotals, type Sums } from '@ayni/facts/books';
import { standing } from '@ayni/http/listing';
import { registerTotals } from '@ayni/reference-data/register/register';

const money = (kind: 'expense' | 'grant' | 'advance'): ReturnType<typeof statement> =>
  statement(
    `${kind}s written`,
    `SELECT count(*) AS records, COALESCE(sum(amount), 0)::bigint AS centavos FROM ${kind}s f
     WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2 AND ${standing(kind, 'f')}`,
  );

const expenses = money('expense');
const grants = money('grant');
const advances = money('advance');

const sales = statement(
  'sales posted',
  `SELECT COALESCE(sum(sign), 0)::bigint AS receipts, COALESCE(sum(sign * items), 0)::bigint AS lines,
     COALESCE(sum(sign * amount), 0)::bigint AS centavos
   FROM (SELECT items, amount, CASE posting WHEN 'record' THEN 1 ELSE -1 END AS sign FROM ledger_entries
         WHERE coop_id = current_setting('app.coop')::uuid AND source = 'sale' AND day >= $1 AND day < $2) s`,
);

const deliveries = statement(
  'deliveries kept',
  `SELECT count(*) AS lots, COALESCE(sum(stock_quantity), 0)::bigint AS quantity,
     COALESCE(sum(amount), 0)::bigint AS centavos
   FROM deliveries d WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2
     AND ${standing('delivery', 'd')}`,
);

const work = statement(
  'work kept',
  `SELECT count(*) AS records, COALESCE(sum(minutes), 0)::bigint AS minutes
   FROM work_records w WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2
     AND ${standing('work', 'w')}`,
);

/** What this service wrote of a season itself, and what it posted and kept of the others' facts. */
export class ProfitTotals extends BookTotals {
  async written(tx: Transaction, { from, until }: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    return {
      expense: await tx.one<Record<string, bigint>>(expenses, [from, until]),
      grant: await tx.one<Record<string, bigint>>(grants, [from, until]),
      advance: await tx.one<Record<string, bigint>>(advances, [from, until]),
    };
  }

  async applied(tx: Transaction, season: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    const days = [season.from, season.until];
    return {
      register: await registerTotals(tx, season),
      work: await tx.one<Record<string, bigint>>(work, days),
      delivery: await tx.one<Record<string, bigint>>(deliveries, days),
      sale: await tx.one<Record<string, bigint>>(sales, days),
    };
  }
}
