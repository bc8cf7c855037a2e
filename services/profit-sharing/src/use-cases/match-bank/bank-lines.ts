import type { Centavos, DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { Line } from '../../domain/bank/match-lines.js';
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

/** The lines of a statement on some days that were not taken back. */
export const linesOf = (tx: Transaction, of: Statement, { from, until }: DayRange): Promise<readonly BroughtLine[]> =>
  tx.query<BroughtLine>(readLines, [of, from, until]);
