import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { DIRECTIONS, STATEMENTS, type Direction, type Statement } from '../domain/bank/statement.js';

/** A line of a statement, as the bank or the provider of QR wrote it; it is compared with the books, and posts nothing. */
export class BankLine {
  @CodeField() code!: string;
  @DayField() bookedOn!: Day;
  @OneOfField(STATEMENTS, { description: 'of what the statement is' }) statement!: Statement;
  @OneOfField(DIRECTIONS, { description: 'whether money came in or went out' }) direction!: Direction;
  @AmountField() amount!: Centavos;
  @TextField(100, { min: 0, description: 'the number by which the bank knows it' }) reference!: string;
  @TextField(500, { min: 0, description: 'what else the statement says of it' }) note!: string;
  @AmountField({ optional: true, description: 'what the account had with this line, where the statement says so' })
  balance!: Centavos | null;
}

/** A line as it is brought. */
export class SentBankLine extends sentClass(BankLine, [], { reference: '', note: '' }) {}

export const bankLines = declareFact({
  kind: 'bank-line',
  table: 'bank_lines',
  row: BankLine,
  sent: SentBankLine,
  dated: 'bookedOn',
  sums: { centavos: 'amount' },
  filters: ['statement'],
});
