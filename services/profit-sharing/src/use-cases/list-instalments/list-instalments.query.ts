import { AmountField, CodeField, DayField } from '@ayni/http/fields';
import { amountSql, Listing } from '@ayni/http/listing';
import type { Centavos, Day } from '@ayni/kernel';
import { repaidOf, setOffOf } from '../../facts/debt-sums.js';

/** A part of a loan that is to be brought back by an agreed day. */
export class InstalmentRow {
  @CodeField({ description: 'the code of the loan' }) loan!: string;
  @DayField({ description: 'by when it is to be brought' }) dueOn!: Day;
  @AmountField() amount!: Centavos;
  @AmountField({ description: 'what is still to be brought of it: what comes pays the oldest part first' })
  left!: Centavos;
}

/** The parts of the loans of one member, each with what is left of it. */
export const instalments = new Listing({
  row: InstalmentRow,
  name: 'instalments of loans',
  from: `(SELECT l.*, l.due_by - lag(l.due_by, 1, 0) OVER (PARTITION BY l.coop_id, l.member, l.loan ORDER BY l.due_on) AS part
      FROM loan_dues l) f
    JOIN LATERAL (
      SELECT ${repaidOf('d')} + ${setOffOf('d')} AS paid FROM debts d
      WHERE d.coop_id = f.coop_id AND d.kind = 'loan' AND d.code = f.loan) d ON true`,
  alias: 'f',
  columns: {
    loan: 'f.loan',
    dueOn: 'f.due_on',
    amount: amountSql('f.part'),
    left: amountSql('GREATEST(0, LEAST(f.part, f.due_by - d.paid))'),
  },
  order: ['f.due_on', 'f.loan'],
  day: 'f.due_on',
  filters: { member: 'f.member' },
});
