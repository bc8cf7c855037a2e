import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Money that a member borrowed; what she has not brought back is set off against her share where the rules say so. */
export class Loan {
  @CodeField() code!: string;
  @DayField() paidOn!: Day;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @AmountField() amount!: Centavos;
  @TextField(500, { min: 0 }) note!: string;
  @DayField({ optional: true, description: 'by when the first part is to be brought back, where that was agreed' })
  firstDueOn!: Day | null;
  @WholeField(1, 120, { optional: true, description: 'in how many equal parts; 1 where a first day alone is agreed' })
  instalments!: number | null;
  @WholeField(1, 12, { optional: true, description: 'how many months apart the parts are; 1 where it is left out' })
  everyMonths!: number | null;
}

/** A loan as the treasurer enters it. */
export class SentLoan extends sentClass(Loan, [], { note: '' }) {}

export const loans = declareFact({
  kind: 'loan',
  table: 'loans',
  row: Loan,
  sent: SentLoan,
  dated: 'paidOn',
  sums: { centavos: 'amount' },
  filters: ['member'],
});
