import { addDays, type Day } from '@ayni/kernel';
import { ofSpan, spanOfDays } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Movement } from '../domain/ledger/ageing.js';
import { HOUSEHOLD_ACCOUNTS } from '../domain/payouts/payout.js';
import { LapsesPort } from '../domain/payouts/lapses.port.js';
import type { LapseRule } from '../domain/payouts/unclaimed.js';

const readRule = statement(
  'rule of lapsing',
  `SELECT after_days AS "afterDays", fund, resolution FROM lapse_rules
   WHERE coop_id = current_setting('app.coop')::uuid ORDER BY version DESC LIMIT 1`,
);

const setRule = statement(
  'set rule of lapsing',
  `INSERT INTO lapse_rules (coop_id, version, after_days, fund, resolution, recorded_by, recorded_at)
   SELECT current_setting('app.coop')::uuid, COALESCE(max(version), 0) + 1, $1, $2, $3, $4, $5 FROM lapse_rules
   WHERE coop_id = current_setting('app.coop')::uuid
   RETURNING version`,
);

const readMovements = statement(
  'accounts of households by day',
  `SELECT party AS household, day, sum(credit)::bigint AS more, sum(debit)::bigint AS less
   FROM ledger_totals WHERE ${ofSpan(1)} AND account = ANY($5::text[])
   GROUP BY party, day HAVING sum(debit) <> sum(credit) ORDER BY party, day`,
);

/** What lapses, in PostgreSQL: a version of the rule for each change. */
export class PostgresLapses extends LapsesPort {
  async rule(tx: Transaction): Promise<LapseRule | null> {
    const [rule] = await tx.query<LapseRule>(readRule);
    return rule ?? null;
  }

  async setRule(tx: Transaction, { afterDays, fund, resolution }: LapseRule, by: string): Promise<number> {
    const values = [afterDays, fund, resolution, by, tx.now.toISOString()];
    return (await tx.one<{ readonly version: number }>(setRule, values)).version;
  }

  async movements(tx: Transaction, on: Day): Promise<ReadonlyMap<string, readonly Movement[]>> {
    const rows = await tx.query<Movement & { readonly household: string }>(readMovements, [
      ...spanOfDays({ until: addDays(on, 1) }),
      HOUSEHOLD_ACCOUNTS,
    ]);
    const movements = new Map<string, Movement[]>();
    for (const { household, ...movement } of rows) {
      const of = movements.get(household) ?? [];
      of.push(movement);
      movements.set(household, of);
    }
    return movements;
  }
}
