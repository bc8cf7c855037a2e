import { HOUSEHOLD_ACCOUNTS } from '../../domain/payouts/payout.js';

const ACCOUNTS = `(${HOUSEHOLD_ACCOUNTS.map((account) => `'${account}'`).join(', ')})`;

/**
 * `SELECT` of each household and what it is owed up to a run, in smallest units: what is on its accounts, less what runs
 * that were approved later put there. What was paid settles the oldest first.
 * @param approval of the run, in SQL
 */
export const owedUpTo = (approval: string): string =>
  `SELECT b.household, (b.balance - COALESCE(l.later, 0))::bigint AS owed FROM (
     SELECT t.party AS household, sum(t.credit - t.debit) AS balance FROM ledger_totals t
     WHERE t.coop_id = current_setting('app.coop')::uuid AND t.monthly AND t.account IN ${ACCOUNTS} GROUP BY t.party) b
   LEFT JOIN (
     SELECT n.party AS household, sum(n.credit - n.debit) AS later
     FROM runs a JOIN ledger_lines n ON n.coop_id = a.coop_id AND n.source = 'run' AND n.code = a.id::text
     WHERE a.coop_id = current_setting('app.coop')::uuid AND a.approval > ${approval} AND n.account IN ${ACCOUNTS}
     GROUP BY n.party) l USING (household)`;
