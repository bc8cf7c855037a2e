import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { amountSql } from '@ayni/http/listing';
import type { HouseholdPayments } from '../../domain/household-payments.js';
import { owedUpTo } from '../claim-shares/owed-up-to.js';

const readPayments = statement(
  'payments of households',
  `SELECT a.household, ${amountSql('GREATEST(COALESCE(o.owed, 0), 0)')} AS owed, COALESCE((
     SELECT json_agg(json_build_object('paidOn', f.day, 'way', f.way, 'amount', ${amountSql('f.amount')})
       ORDER BY f.day, f.code)
     FROM household_payments f JOIN payouts p ON p.coop_id = f.coop_id AND p.code = f.payout
     WHERE f.coop_id = r.coop_id AND f.household = a.household AND p.run = r.id
       AND ${standing('household-payment', 'f')}), '[]') AS payments
   FROM runs r CROSS JOIN unnest($2::text[]) AS a (household)
   LEFT JOIN (${owedUpTo(
     `(SELECT approval FROM runs WHERE coop_id = current_setting('app.coop')::uuid AND id = $1)`,
   )}) o ON o.household = a.household
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1 AND r.state = 'approved'`,
);

/** What each of the households was paid of an approved run, and what it is owed still; nothing of a run that is not. */
export async function paymentsOf(
  tx: Transaction,
  run: string,
  households: readonly string[],
): Promise<ReadonlyMap<string, HouseholdPayments>> {
  const rows = await tx.query<HouseholdPayments & { readonly household: string }>(readPayments, [run, households]);
  return new Map(rows.map(({ household, owed, payments }) => [household, { owed, payments }]));
}
