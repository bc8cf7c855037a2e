import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** Money spent out of a fund, under a resolution that covers it; it is no cost of a season. */
export class FundUse {
  @CodeField() code!: string;
  @DayField() usedOn!: Day;
  @CodeField({ of: 'fund' }) fund!: string;
  @AmountField({ description: 'never more than is in the fund' }) amount!: Centavos;
  @TextField(500) purpose!: string;
  @CodeField({ of: 'resolution', description: 'the number of the resolution that covers so much of the fund' })
  resolution!: string;
}

/** A use of a fund as the treasurer enters it. */
export class SentFundUse extends sentClass(FundUse, []) {}

export const fundUses = declareFact({
  kind: 'fund-use',
  table: 'fund_uses',
  row: FundUse,
  sent: SentFundUse,
  dated: 'usedOn',
  sums: { centavos: 'amount' },
  filters: ['fund', 'resolution'],
});
