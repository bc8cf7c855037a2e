import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { TILLS, type Till } from '../domain/ledger/till.js';

/** Money that somebody brought back for a debt, also after she left. */
export class Repayment {
  @CodeField() code!: string;
  @DayField() paidOn!: Day;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @CodeField({ of: 'debt', description: 'the code of the advance, the loan, the fine or the certificates' })
  debt!: string;
  @AmountField({ description: 'never more than is left of the debt' }) amount!: Centavos;
  @OneOfField(TILLS, { description: 'where it lies' }) into!: Till;
}

/** A repayment as the treasurer enters it; whose debt it is follows from the debt. */
export class SentRepayment extends sentClass(Repayment, ['member'], { into: 'cash' }) {}

export const repayments = declareFact({
  kind: 'repayment',
  table: 'repayments',
  row: Repayment,
  sent: SentRepayment,
  dated: 'paidOn',
  sums: { centavos: 'amount' },
  filters: ['member', 'debt'],
});
