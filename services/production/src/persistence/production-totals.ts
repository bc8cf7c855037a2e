import type { FactKind } from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { BookTotals, type Sums } from '@ayni/facts/books';
import { standing } from '@ayni/http/listing';
import { registerTotals } from '@ayni/reference-data/register/register';

const OF_SEASON = `coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2`;

const harvestsWritten = statement(
  'harvests written',
  `SELECT count(*) AS lots, COALESCE(sum(stock_quantity), 0)::bigint AS quantity,
     COALESCE(sum(stock_home_use), 0)::bigint AS "homeUse"
   FROM harvests WHERE ${OF_SEASON} AND ${standing('harvest', 'harvests')}`,
);

const workWritten = statement(
  'work written',
  `SELECT count(*) AS records, COALESCE(sum(minutes), 0)::bigint AS minutes
   FROM work WHERE ${OF_SEASON} AND ${standing('work', 'work')}
     AND EXISTS (SELECT 1 FROM work_confirmations c WHERE c.coop_id = work.coop_id AND c.code = work.code)`,
);

const careWritten = statement(
  'care written',
  `SELECT count(*) AS records, COALESCE(sum(minutes), 0)::bigint AS minutes
   FROM care WHERE ${OF_SEASON} AND ${standing('care', 'care')}`,
);

type Minutes = { records: bigint; minutes: bigint };

/** What production wrote of a season: harvests, confirmed work and care; it applies the register. */
export class ProductionTotals extends BookTotals {
  async written(tx: Transaction, { from, until }: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    return {
      harvest: await tx.one<{ lots: bigint; quantity: bigint; homeUse: bigint }>(harvestsWritten, [from, until]),
      work: await tx.one<Minutes>(workWritten, [from, until]),
      care: await tx.one<Minutes>(careWritten, [from, until]),
    };
  }

  async applied(tx: Transaction, season: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    return { register: await registerTotals(tx, season) };
  }
}
