import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** What a member owes by a rule of the co-op, such as for an assembly that she missed; it is no revenue of a season. */
export class Fine {
  @CodeField() code!: string;
  @DayField() imposedOn!: Day;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @AmountField() amount!: Centavos;
  @TextField(500, { min: 0 }) note!: string;
}

/** A fine as the treasurer enters it. */
export class SentFine extends sentClass(Fine, [], { note: '' }) {}

export const fines = declareFact({
  kind: 'fine',
  table: 'fines',
  row: Fine,
  sent: SentFine,
  dated: 'imposedOn',
  sums: { centavos: 'amount' },
  filters: ['member'],
});
