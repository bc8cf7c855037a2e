import { grantWriteOffRecorded, grantWriteOffReversed } from '@ayni/contracts';
import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Pre-financed expenses that the funder will not pay any more: a cost of the season in which they are given up. */
export class GrantWriteOff {
  @CodeField() code!: string;
  @CodeField({ of: 'grant' }) grant!: string;
  @DayField() writtenOffOn!: Day;
  @AmountField() amount!: Centavos;
  @TextField(500, { description: 'why it is given up' }) reason!: string;
}

/** A write-off as the treasurer enters it. */
export class SentGrantWriteOff extends sentClass(GrantWriteOff, []) {}

export const grantWriteOffs = declareFact({
  kind: 'grant-write-off',
  table: 'grant_write_offs',
  row: GrantWriteOff,
  sent: SentGrantWriteOff,
  dated: 'writtenOffOn',
  sums: { centavos: 'amount' },
  filters: ['grant'],
  events: {
    recorded: grantWriteOffRecorded,
    reversed: grantWriteOffReversed,
    tells: (moved, { currency }) => ({ ...moved, currency }),
  },
});
