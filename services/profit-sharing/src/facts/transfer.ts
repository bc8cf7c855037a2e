import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { TILLS, type Till } from '../domain/ledger/till.js';

/** Own money that was carried from cash to the bank, or fetched from there. */
export class Transfer {
  @CodeField() code!: string;
  @DayField() movedOn!: Day;
  @OneOfField(TILLS, { description: 'where it lies now; it came from the other' }) into!: Till;
  @AmountField() amount!: Centavos;
  @TextField(500, { min: 0 }) note!: string;
}

/** A transfer as the treasurer enters it. */
export class SentTransfer extends sentClass(Transfer, [], { note: '' }) {}

export const transfers = declareFact({
  kind: 'transfer',
  table: 'transfers',
  row: Transfer,
  sent: SentTransfer,
  dated: 'movedOn',
  sums: { centavos: 'amount' },
});
