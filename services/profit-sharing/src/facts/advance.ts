import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** What a member got before the shares were worked out; it is set off against her share. */
export class Advance {
  @CodeField() code!: string;
  @DayField() paidOn!: Day;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @AmountField() amount!: Centavos;
  @TextField(500, { min: 0 }) note!: string;
}

/** An advance as the treasurer enters it. */
export class SentAdvance extends sentClass(Advance, [], { note: '' }) {}

export const advances = declareFact({
  kind: 'advance',
  table: 'advances',
  row: Advance,
  sent: SentAdvance,
  dated: 'paidOn',
  sums: { centavos: 'amount' },
  filters: ['member'],
});
