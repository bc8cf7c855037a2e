import { nameKey, type DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Posting } from '../../domain/bank/match-lines.js';
import type { Statement } from '../../domain/bank/statement.js';

/** A document that moved money at the bank, or money of grants that may lie there. */
export type BankPosting = Posting & { readonly isOnBank: boolean };

const ofDocument = (table: string, source: string, column: string): string =>
  `(SELECT ${column} FROM ${table} x WHERE e.source = '${source}' AND x.coop_id = e.coop_id AND x.code = e.code)`;

/**
 * What entries moved at the bank and that was not taken back. Money of grants may lie at the same bank: a document that moved it
 * can be what a line is of. What the books began with is no line of a statement.
 */
const postingsWhere = (condition: string): string => `SELECT * FROM (
     SELECT e.source, e.code, e.day, m.amount, m.on_bank AS "isOnBank", ARRAY_REMOVE(ARRAY[e.code,
       ${ofDocument('expenses', 'expense', 'document')}, ${ofDocument('assets', 'asset', 'document')},
       ${ofDocument('asset_disposals', 'asset-disposal', 'document')},
       ${ofDocument('transfers', 'transfer', 'note')}, ${ofDocument('collections', 'collection', 'note')},
       ${ofDocument('repayments', 'repayment', 'debt')},
       ${ofDocument('supplier_payments', 'supplier-payment', 'note')}], NULL) AS names
     FROM ledger_entries e CROSS JOIN LATERAL (
       SELECT sum(l.debit - l.credit)::bigint AS amount, bool_or(l.account = 'bank') AS on_bank
       FROM ledger_lines l WHERE l.coop_id = e.coop_id AND l.source = e.source AND l.code = e.code
         AND l.posting = e.posting AND l.account IN ('bank', 'restricted-cash')) m
     WHERE e.coop_id = current_setting('app.coop')::uuid AND e.posting = 'record' AND ${condition}
       AND e.source <> 'opening-balance' AND m.amount <> 0
       AND NOT EXISTS (SELECT 1 FROM ledger_entries t WHERE t.coop_id = e.coop_id AND t.source = e.source
         AND t.code = e.code AND t.posting = 'reversal')) p
   ORDER BY day, source, code`;

const readPostings = statement(
  'postings on the bank',
  postingsWhere('e.day >= $1 AND e.day < $2 AND ($3::text IS NULL OR e.source = $3)'),
);

const readNamed = statement(
  'named postings on the bank',
  postingsWhere('(e.source, e.code_key) IN (SELECT * FROM unnest($1::text[], $2::text[]))'),
);

/** What was posted on some days and may stand on a statement: of QR that is what was sold by it. */
export const postingsOf = (
  tx: Transaction,
  of: Statement,
  { from, until }: DayRange,
): Promise<readonly BankPosting[]> => tx.query<BankPosting>(readPostings, [from, until, of === 'qr' ? 'sale' : null]);

/** What was posted for some documents; those that moved nothing at the bank, or were taken back, are left out. */
export const postingsNamed = (
  tx: Transaction,
  documents: readonly { readonly source: string; readonly document: string }[],
): Promise<readonly BankPosting[]> =>
  tx.query<BankPosting>(readNamed, [
    documents.map(({ source }) => source),
    documents.map(({ document }) => nameKey(document)),
  ]);
