import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { Statement } from '../../domain/bank/statement.js';
import type { BroughtLine } from './bank-lines.js';
import { postingsNamed, type BankPosting } from './bank-postings.js';

/** What people matched: which lines by which match, what they are of, and which documents no other line may be of. */
export type HandMatches = {
  readonly codes: ReadonlyMap<BroughtLine, string>;
  /** Without those of which a document was taken back since: their lines are looked for again. */
  readonly postings: ReadonlyMap<BroughtLine, readonly BankPosting[]>;
  readonly isTaken: (posting: BankPosting) => boolean;
};

type Matched = {
  readonly match: string;
  readonly line: string;
  readonly source: string;
  readonly document: string;
};

const readMatches = statement(
  'lines of a statement that are matched by hand',
  `SELECT m.code AS match, m.bank_line AS line, d.source, d.document
   FROM bank_matches m JOIN bank_lines l ON l.coop_id = m.coop_id AND l.code = m.bank_line
   JOIN bank_match_documents d ON d.coop_id = m.coop_id AND d.code = m.code
   WHERE m.coop_id = current_setting('app.coop')::uuid AND l.statement = $1
     AND ${standing('bank-match', 'm')} AND ${standing('bank-line', 'l')} ORDER BY m.code, d.line`,
);

/** Reads what people matched of a statement, however far apart a line and its documents lie: there are few. */
export async function handMatches(tx: Transaction, of: Statement, lines: readonly BroughtLine[]): Promise<HandMatches> {
  const rows = await tx.query<Matched>(readMatches, [of]);
  const standingOnes = new Map((await postingsNamed(tx, rows)).map((one) => [`${one.source} ${one.code}`, one]));
  const byLine = new Map<string, Matched[]>();
  for (const row of rows) byLine.set(row.line, [...(byLine.get(row.line) ?? []), row]);
  const codes = new Map<BroughtLine, string>();
  const postings = new Map<BroughtLine, readonly BankPosting[]>();
  const taken = new Set<string>();
  const shown = new Map(lines.map((line) => [line.code, line]));
  for (const [code, matched] of byLine) {
    const found = matched.flatMap(({ source, document }) => standingOnes.get(`${source} ${document}`) ?? []);
    const line = shown.get(code);
    const [first] = matched;
    if (line && first) codes.set(line, first.match);
    if (found.length < matched.length) continue;
    for (const { source, document } of matched) taken.add(`${source} ${document}`);
    if (line) postings.set(line, found);
  }
  return { codes, postings, isTaken: ({ source, code }) => taken.has(`${source} ${code}`) };
}
