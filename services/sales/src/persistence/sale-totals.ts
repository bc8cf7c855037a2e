import type { FactKind } from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { BookTotals, type Sums } from '@ayni/facts/books';
import { standing } from '@ayni/http/listing';

const written = statement(
  'sales written',
  `SELECT count(*) AS receipts, COALESCE(sum(lines), 0)::bigint AS lines, COALESCE(sum(total), 0)::bigint AS centavos
   FROM sales WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2
     AND ${standing('sale', 'sales')}`,
);

/** What sales wrote of a season: receipts, their lines and what they came to. It applies no one else's facts. */
export class SaleTotals extends BookTotals {
  async written(tx: Transaction, { from, until }: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    return { sale: await tx.one<{ receipts: bigint; lines: bigint; centavos: bigint }>(written, [from, until]) };
  }

  applied(): Promise<Partial<Record<FactKind, Sums>>> {
    return Promise.resolve({});
  }
}
