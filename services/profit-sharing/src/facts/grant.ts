import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField, YesNoField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { standing } from '@ayni/facts/standing';

/** Money that somebody gave; it never meets a season's result. */
export class Grant {
  @CodeField() code!: string;
  @TextField(200) funder!: string;
  @TextField(500, { min: 0 }) purpose!: string;
  @AmountField() amount!: Centavos;
  @AmountField({ description: 'what was spent of it' }) spent!: Centavos;
  @AmountField({ description: 'what may still be spent of it; below zero where an older release let more be spent' })
  left!: Centavos;
  @DayField() receivedOn!: Day;
  @YesNoField({ description: 'whether it is bound to its purpose' }) restricted!: boolean;
}

/** A grant as the treasurer enters it. */
export class SentGrant extends sentClass(Grant, ['spent', 'left']) {}

const SPENT = `COALESCE((SELECT sum(e.amount) FROM expenses e
  WHERE e.coop_id = f.coop_id AND e.funded_by = f.code AND ${standing('expense', 'e')}), 0)::bigint`;

export const grants = declareFact({
  kind: 'grant',
  table: 'grants',
  row: Grant,
  sent: SentGrant,
  dated: 'receivedOn',
  computed: { spent: SPENT, left: `(f.amount - ${SPENT})` },
  sums: { centavos: 'amount' },
});
