import type { Centavos, DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { Line, Posting } from '../../domain/bank/match-lines.js';
import type { Statement } from '../../domain/bank/statement.js';

/** A line as it was brought, with its amount above zero where money came in. */
export type BroughtLine = Line & {
  readonly reference: string;
  readonly note: string;
  readonly balance: Centavos | null;
};

const readLines = statement(
  'lines of a statement',
  `SELECT code, day, CASE direction WHEN 'in' THEN amount ELSE -amount END AS amount, reference, note, balance,
     reference || ' ' || note AS said
   FROM bank_lines f WHERE f.coop_id = current_setting('app.coop')::uuid AND statement = $1 AND day >= $2 AND day < $3
     AND ${standing('bank-line', 'f')} ORDER BY day, code`,
);

const MONEY_ACCOUNTS = "('bank', 'restricted-cash')";

const ofDocument = (table: string, source: string, column: string): string =>
  `(SELECT ${column} FROM ${table} x WHERE e.source = '${source}' AND x.coop_id = e.coop_id AND x.code = e.code)`;

// money of grants may lie at the same bank: a document that moved it can be what a line is of
const readPostings = statement(
  'postings on the bank',
  `SELECT source, code, day, amount, names, on_bank AS "isOnBank" FROM (
     SELECT e.source, e.code, e.day, m.amount, m.on_bank, ARRAY_REMOVE(ARRAY[e.code,
       ${ofDocument('expenses', 'expense', 'document')}, ${ofDocument('assets', 'asset', 'document')},
       ${ofDocument('transfers', 'transfer', 'note')}, ${ofDocument('collections', 'collection', 'note')},
       ${ofDocument('supplier_payments', 'supplier-payment', 'note')}], NULL) AS names
     FROM ledger_entries e CROSS JOIN LATERAL (
       SELECT sum(l.debit - l.credit)::bigint AS amount, bool_or(l.account = 'bank') AS on_bank
       FROM ledger_lines l WHERE l.coop_id = e.coop_id AND l.source = e.source AND l.code = e.code
         AND l.posting = e.posting AND l.account IN ${MONEY_ACCOUNTS}) m
     WHERE e.coop_id = current_setting('app.coop')::uuid AND e.day >= $1 AND e.day < $2 AND e.posting = 'record'
       AND e.source <> 'opening-balance' AND ($3::text IS NULL OR e.source = $3) AND m.amount <> 0
       AND NOT EXISTS (SELECT 1 FROM ledger_entries t WHERE t.coop_id = e.coop_id AND t.source = e.source
         AND t.code = e.code AND t.posting = 'reversal')) p
   ORDER BY day, source, code`,
);

/** The lines of a statement on some days that were not taken back. */
export const linesOf = (tx: Transaction, of: Statement, { from, until }: DayRange): Promise<readonly BroughtLine[]> =>
  tx.query<BroughtLine>(readLines, [of, from, until]);

/** A document that moved money at the bank, or money of grants that may lie there. */
export type BankPosting = Posting & { readonly isOnBank: boolean };

/** What was posted on some days and may stand on a statement: of QR that is what was sold by it. */
export const postingsOf = (
  tx: Transaction,
  of: Statement,
  { from, until }: DayRange,
): Promise<readonly BankPosting[]> => tx.query<BankPosting>(readPostings, [from, until, of === 'qr' ? 'sale' : null]);
