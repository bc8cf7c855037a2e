import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { Statement } from '../../domain/bank/statement.js';

/** By what a match takes a line, or a document on a kind of statement: a sale may stand on one of the bank and on one of QR. */
export const keyOf = {
  line: (code: string): string => `line ${code}`,
  document: (of: Statement, source: string, code: string): string => `${of} ${source} ${code}`,
} as const;

type Taken = {
  readonly match: string;
  readonly line: string;
  readonly statement: Statement;
  readonly source: string;
  readonly document: string;
};

const readTaken = statement(
  'lines and documents that are matched by hand',
  `SELECT m.code AS match, m.bank_line AS line, l.statement, d.source, d.document
   FROM bank_matches m JOIN bank_lines l ON l.coop_id = m.coop_id AND l.code = m.bank_line
   JOIN bank_match_documents d ON d.coop_id = m.coop_id AND d.code = m.code
   WHERE m.coop_id = current_setting('app.coop')::uuid AND ${standing('bank-match', 'm')} AND ${standing('bank-line', 'l')}
     AND (m.bank_line = ANY($1::text[])
       OR (d.source, d.document) IN (SELECT * FROM unnest($2::text[], $3::text[])))`,
);

/** Which of some lines and documents people matched already, and by what match. */
export async function takenBy(
  tx: Transaction,
  lines: readonly string[],
  documents: readonly { readonly source: string; readonly document: string }[],
): Promise<Map<string, string>> {
  const rows = await tx.query<Taken>(readTaken, [
    lines,
    documents.map(({ source }) => source),
    documents.map(({ document }) => document),
  ]);
  return new Map(
    rows.flatMap(({ match, line, statement: of, source, document }) => [
      [keyOf.line(line), match] as const,
      [keyOf.document(of, source, document), match] as const,
    ]),
  );
}
