import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** What was sold on credit and will not be paid any more: a cost of the season in which it is given up. */
export class WriteOff {
  @CodeField() code!: string;
  @DayField() writtenOffOn!: Day;
  @AmountField() amount!: Centavos;
  @TextField(500) reason!: string;
}

/** A write-off as the treasurer enters it. */
export class SentWriteOff extends sentClass(WriteOff, []) {}

export const writeOffs = declareFact({
  kind: 'write-off',
  table: 'write_offs',
  row: WriteOff,
  sent: SentWriteOff,
  dated: 'writtenOffOn',
  sums: { centavos: 'amount' },
});
