import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** What a household did not claim in time: it goes into the fund that the rule names, under a resolution. */
export class Lapse {
  @CodeField() code!: string;
  @DayField() lapsedOn!: Day;
  @CodeField({ of: 'household' }) household!: string;
  @AmountField({ description: 'all that had lapsed by that day' }) amount!: Centavos;
  @CodeField({ of: 'fund' }) fund!: string;
  @CodeField({ of: 'resolution', description: 'the number of the resolution that let it lapse' }) resolution!: string;
}

/** A lapse as the treasurer posts it; how much it is and where it goes follows from the books and the rule. */
export class SentLapse extends sentClass(Lapse, ['amount', 'fund']) {}

export const lapses = declareFact({
  kind: 'lapse',
  table: 'lapses',
  row: Lapse,
  sent: SentLapse,
  dated: 'lapsedOn',
  sums: { centavos: 'amount' },
  filters: ['household'],
});
