import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { formatAmount, type Day } from '@ayni/kernel';
import type { SeasonOfBefore } from '../../domain/papers/annual-pack.js';

type Row = Pick<SeasonOfBefore, 'code' | 'from' | 'to'> & {
  readonly result: bigint | null;
  readonly shared: bigint;
  readonly owed: bigint;
};

const readOldSeasons = statement(
  'old seasons before a day',
  `SELECT code, first_day AS "from", last_day AS "to", result, shared, owed FROM old_seasons f
   WHERE coop_id = current_setting('app.coop')::uuid AND last_day < $1::date AND ${standing('old-season', 'f')}
   ORDER BY first_day, code COLLATE "C"`,
);

/** The seasons of before these books that ended before a day, the earliest first. */
export async function oldSeasonsBefore(tx: Transaction, day: Day, places: number): Promise<readonly SeasonOfBefore[]> {
  const rows = await tx.query<Row>(readOldSeasons, [day]);
  return rows.map(({ result, shared, owed, ...season }) => ({
    ...season,
    result: result === null ? null : formatAmount(result, places),
    ...{ shared: formatAmount(shared, places), owed: formatAmount(owed, places) },
  }));
}
