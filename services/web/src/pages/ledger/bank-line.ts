import type { Answer } from '../../api/route.js';

export type BankMatching = Answer<'GET /api/profit-sharing/v1/ledger/bank/lines'>;
export type BankPosting = Answer<'GET /api/profit-sharing/v1/ledger/bank/postings'>['items'][number];

type Row = BankMatching['items'][number];

/** A line of a statement with all documents that it is of, or may be of. */
export type BankLine = Omit<Row, 'source' | 'document' | 'postedOn' | 'documentAmount'> & {
  readonly postings: readonly BankPosting[];
};

/** The lines of an answer, in which a line stands once with each of its documents. */
export function linesOf(rows: readonly Row[]): readonly BankLine[] {
  const lines = new Map<string, BankLine>();
  for (const { source, document, postedOn, documentAmount, ...line } of rows) {
    const before = lines.get(line.code)?.postings ?? [];
    const isOfNone = source === null || document === null || postedOn === null || documentAmount === null;
    const posting = isOfNone ? [] : [{ source, code: document, day: postedOn, amount: documentAmount }];
    lines.set(line.code, { ...line, postings: [...before, ...posting] });
  }
  return [...lines.values()];
}
