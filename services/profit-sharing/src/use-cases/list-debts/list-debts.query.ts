import { AmountField, CodeField, DayField, OneOfField } from '@ayni/http/fields';
import { amountSql, Listing } from '@ayni/http/listing';
import { namedAs } from '@ayni/database/name-keys';
import type { Centavos, Day } from '@ayni/kernel';
import { DEBT_KINDS, type DebtKind } from '../../domain/debts/debt.js';
import { repaidOf, setOffOf } from '../../facts/debt-sums.js';

/** What a member owes, as it stands now. */
export class DebtRow {
  @CodeField() code!: string;
  @OneOfField(DEBT_KINDS) kind!: DebtKind;
  @CodeField({ description: "the member's number" }) member!: string;
  @DayField({ description: 'since when she owes it' }) day!: Day;
  @AmountField() amount!: Centavos;
  @AmountField({
    description: 'what was brought back of it; of certificates that were given up also what is not asked for any more',
  })
  repaid!: Centavos;
  @AmountField({ description: 'what approved runs set off of it' }) setOff!: Centavos;
  @AmountField({ description: 'what is left of it' }) left!: Centavos;
  @DayField({
    nullable: true,
    description: 'by when the next part is to be brought, or was; null where none is agreed',
  })
  dueOn!: Day | null;
  @AmountField({ nullable: true, description: 'what is still to be brought by that day' }) due!: Centavos | null;
}

/** The first of the agreed days by which not all was brought. */
const NEXT_DUE = `LEFT JOIN LATERAL (
    SELECT l.due_on, l.due_by FROM loan_dues l
    WHERE d.kind = 'loan' AND l.coop_id = d.coop_id AND l.loan = d.code AND l.due_by > d.repaid + d.set_off
    ORDER BY l.due_on LIMIT 1) n ON true`;

/** Debts by day, with what is left of each. */
export const debts = new Listing({
  row: DebtRow,
  name: 'debts',
  from: `(SELECT d.*, ${repaidOf('d')} AS repaid, ${setOffOf('d')} AS set_off FROM debts d) d
    ${NEXT_DUE}`,
  alias: 'd',
  columns: {
    code: 'd.code',
    kind: 'd.kind',
    member: 'd.member',
    day: 'd.day',
    amount: amountSql('d.amount'),
    repaid: amountSql('d.repaid'),
    setOff: amountSql('d.set_off'),
    left: amountSql('(d.amount - d.repaid - d.set_off)'),
    dueOn: 'n.due_on',
    due: amountSql('(n.due_by - d.repaid - d.set_off)'),
  },
  order: ['d.day', 'd.code', 'd.kind'],
  day: 'd.day',
  filters: {
    member: namedAs('d.member'),
    kind: 'd.kind',
    open: (open) => `(d.amount > d.repaid + d.set_off) = (${open} = 'true')`,
  },
});
