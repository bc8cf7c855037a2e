import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { RunRecords } from '../domain/runs/run-records.js';

/**
 * The documents of this service that are posted with what they say, as tables, and what each says that it comes to. What
 * moves a grant is posted by the state that the grant was in.
 */
const DOCUMENTS: readonly (readonly [source: string, table: string, amount: string])[] = [
  ['expense', 'expenses', 'amount'],
  ['advance', 'advances', 'amount'],
  ['loan', 'loans', 'amount'],
  ['fine', 'fines', 'amount'],
  ['repayment', 'repayments', 'amount'],
  ['fund-use', 'fund_uses', 'amount'],
  // what somebody holds by a transfer was paid by who held it before, and what was kept of a share by that payment
  [
    'certificate',
    `(SELECT * FROM certificates c WHERE NOT EXISTS (
        SELECT FROM certificate_transfers t WHERE t.coop_id = c.coop_id AND c.code IN (t.code, t.rest))
      AND NOT EXISTS (
        SELECT FROM household_payments p WHERE p.coop_id = c.coop_id AND p.code = c.code AND p.way = 'certificates')) held`,
    'amount',
  ],
  ['certificate-withdrawal', 'certificate_withdrawals', 'amount + unpaid'],
  ['certificate-transfer', 'certificate_transfers', 'amount'],
  ['contribution', 'contributions', 'amount'],
  ['transfer', 'transfers', 'amount'],
  ['collection', 'collections', 'amount'],
  ['write-off', 'write_offs', 'amount'],
  ['cash-count', 'cash_counts', 'abs(counted - expected)'],
  ['opening-balance', 'opening_balances', 'abs(amount)'],
  ['old-season', 'old_seasons', 'owed'],
  ['supplier-payment', 'supplier_payments', 'amount'],
  ['asset', 'assets', 'amount'],
  ['household-payment', 'household_payments', 'amount'],
  ['lapse', 'lapses', 'amount'],
];

const said = DOCUMENTS.map(
  ([source, table, amount]) =>
    `SELECT '${source}' AS source, code, day, ${amount} AS amount FROM ${table} WHERE coop_id = current_setting('app.coop')::uuid`,
).join(' UNION ALL ');

// what comes to nothing may be posted without a line, or not at all; what a grant pays of an asset is bound to it besides
const readDocuments = statement(
  'documents that differ from what was posted',
  `SELECT source, code, COALESCE(d.amount, 0)::bigint AS amount, COALESCE(e.amount, 0)::bigint AS posted,
     d.day, COALESCE(e.day, d.day) AS "postedOn"
   FROM (${said}) d
   FULL JOIN (
     SELECT n.source, n.code, n.day, sum(l.debit) FILTER (WHERE n.source <> 'asset' OR l.account = 'assets') AS amount
     FROM ledger_entries n LEFT JOIN ledger_lines l USING (coop_id, source, code, posting)
     WHERE n.coop_id = current_setting('app.coop')::uuid AND n.posting = 'record'
       AND n.source IN (${DOCUMENTS.map(([source]) => `'${source}'`).join(', ')})
     GROUP BY n.source, n.code, n.day
   ) e USING (source, code)
   WHERE COALESCE(d.amount, 0) <> COALESCE(e.amount, 0) OR d.day <> e.day
   ORDER BY source, code`,
);

const readTotals = statement(
  'running totals that differ from the lines',
  `WITH posted AS MATERIALIZED (
     SELECT e.day, l.account, l.party, sum(l.debit) AS debit, sum(l.credit) AS credit
     FROM ledger_lines l JOIN ledger_entries e USING (coop_id, source, code, posting)
     WHERE l.coop_id = current_setting('app.coop')::uuid GROUP BY e.day, l.account, l.party
   ), kept AS (
     SELECT CASE WHEN monthly THEN 'month' ELSE 'day' END AS span, day, account, party, sum(debit) AS debit, sum(credit) AS credit
     FROM ledger_totals WHERE coop_id = current_setting('app.coop')::uuid GROUP BY monthly, day, account, party
     UNION ALL
     SELECT 'ever', '2000-01-01', account, party, sum(debit), sum(credit)
     FROM account_totals WHERE coop_id = current_setting('app.coop')::uuid GROUP BY account, party
   ), summed AS (
     SELECT 'day' AS span, day, account, party, debit, credit FROM posted
     UNION ALL
     SELECT 'month', date_trunc('month', day::timestamp)::date, account, party, sum(debit), sum(credit)
     FROM posted GROUP BY 2, account, party
     UNION ALL
     SELECT 'ever', '2000-01-01', account, party, sum(debit), sum(credit) FROM posted GROUP BY account, party
   )
   SELECT account, party, COALESCE(s.credit - s.debit, 0)::bigint AS posted, COALESCE(k.credit - k.debit, 0)::bigint AS kept
   FROM summed s FULL JOIN kept k USING (span, day, account, party)
   WHERE COALESCE(s.debit, 0) <> COALESCE(k.debit, 0) OR COALESCE(s.credit, 0) <> COALESCE(k.credit, 0)
   ORDER BY span, day, account, party LIMIT 100`,
);

/** Documents of the co-op that do not say what was posted for them, nor its day: somebody changed the one or the other. */
export const differingDocuments = (tx: Transaction): Promise<RunRecords['documents']> =>
  tx.query<RunRecords['documents'][number]>(readDocuments);

/** What balances are read from and is not what the lines come to. */
export const differingTotals = (tx: Transaction): Promise<RunRecords['totals']> =>
  tx.query<RunRecords['totals'][number]>(readTotals);
